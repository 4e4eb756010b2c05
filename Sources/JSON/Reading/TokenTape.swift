/// The tokens of a text in document order, from which its value is put together.
struct TokenTape: TokenSink, Sendable {
    enum Kind: UInt8 {
        case key, escapedKey, string, escapedString, integer, number, null, `true`, `false`, array, object
    }

    /// One token: for scalars and keys their extent, for containers the offset and how many elements or members follow.
    struct Token: Sendable {
        var kind: Kind
        var start: UInt32
        var count: UInt32
    }

    private(set) var tokens: [Token] = []
    /// The bytes of all strings and keys that have escapes, and their number.
    private(set) var escapedBytes = 0
    private(set) var escapedCount = 0
    private var openContainers: [Int] = []

    mutating func key(_ extent: Range<Int>, isEscaped: Bool) {
        append(isEscaped ? .escapedKey : .key, extent)
        if isEscaped { noteEscaped(extent) }
    }

    mutating func string(_ extent: Range<Int>, isEscaped: Bool) {
        countElement()
        append(isEscaped ? .escapedString : .string, extent)
        if isEscaped { noteEscaped(extent) }
    }

    mutating func number(_ extent: Range<Int>, isInteger: Bool) {
        countElement()
        append(isInteger ? .integer : .number, extent)
    }

    mutating func literal(_ extent: Range<Int>, first: UInt8) {
        countElement()
        switch first {
        case UInt8(ascii: "t"): append(.true, extent)
        case UInt8(ascii: "f"): append(.false, extent)
        default: append(.null, extent)
        }
    }

    mutating func open(isObject: Bool, at offset: Int) {
        countElement()
        openContainers.append(tokens.count)
        append(isObject ? .object : .array, offset..<offset)
    }

    mutating func close(end: Int) { openContainers.removeLast() }

    @inline(__always)
    private mutating func countElement() {
        guard let container = openContainers.last else { return }
        tokens[container].count += 1
    }

    @inline(__always)
    private mutating func append(_ kind: Kind, _ extent: Range<Int>) {
        tokens.append(
            Token(
                kind: kind,
                start: UInt32(truncatingIfNeeded: extent.lowerBound),
                count: UInt32(truncatingIfNeeded: extent.count)
            )
        )
    }

    private mutating func noteEscaped(_ extent: Range<Int>) {
        escapedBytes += extent.count
        escapedCount += 1
    }
}
