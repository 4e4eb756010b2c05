/// What may come next in a text.
enum ScanState: UInt8 {
    case topValue, firstElement, nextElement, memberValue
    case firstKey, nextKey, colon, afterElement, afterMember, done
    case key, string, number, literal
}

/// Where the scanner stands, in plain numbers, so that the compiler can keep it in registers.
struct Cursor: Sendable {
    var state = ScanState.topValue
    /// The first byte not yet consumed; within a string the start of a character, within numbers and words any byte.
    var position = 0
    /// Where the string, number or word begins that is being read.
    var tokenStart = 0
    /// Whether there has been an escape in the string so far.
    var isEscaped = false
    var numberState = NumberState.minus
    /// The most bytes that a string may have.
    let stringBytes: Int

    init(stringBytes: Int) {
        self.stringBytes = stringBytes
    }

    @inline(__always)
    mutating func begin(_ token: ScanState) {
        tokenStart = position
        isEscaped = false
        position += 1
        state = token
    }
}
