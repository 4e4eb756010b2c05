/// Notes tokens in room that the tape lends for the time of one scan.
struct TapeWriter: TokenSink {
    private let base: UnsafeMutablePointer<TokenTape.Token>
    private(set) var state: TokenTape.State

    @inline(__always)
    init(base: UnsafeMutablePointer<TokenTape.Token>, state: TokenTape.State) {
        self.base = base
        self.state = state
    }

    @inline(__always)
    mutating func key(_ extent: Range<Int>, _ content: StringContent) {
        switch content {
        case .ascii: append(.asciiKey, extent)
        case .unicode: append(.key, extent)
        case .escaped:
            append(.escapedKey, extent)
            noteEscaped(extent)
        }
    }

    @inline(__always)
    mutating func string(_ extent: Range<Int>, _ content: StringContent) {
        state.elementCount &+= 1
        switch content {
        case .ascii: append(.asciiString, extent)
        case .unicode: append(.string, extent)
        case .escaped:
            append(.escapedString, extent)
            noteEscaped(extent)
        }
    }

    @inline(__always)
    mutating func number(_ extent: Range<Int>, isInteger: Bool) {
        state.elementCount &+= 1
        append(isInteger ? .integer : .number, extent)
    }

    @inline(__always)
    mutating func literal(_ extent: Range<Int>, first: UInt8) {
        state.elementCount &+= 1
        switch first {
        case UInt8(ascii: "t"): append(.true, extent)
        case UInt8(ascii: "f"): append(.false, extent)
        default: append(.null, extent)
        }
    }

    @inline(__always)
    mutating func open(isObject: Bool, at offset: Int) {
        // The container around it remembers its own count in its token until this one is closed.
        if state.used > 0 { base[state.container].count = state.elementCount &+ 1 }
        base[state.used] = TokenTape.Token(isObject ? .object : .array, start: state.container, count: 0)
        state.container = state.used
        state.used &+= 1
        state.elementCount = 0
    }

    @inline(__always)
    mutating func close(end: Int) {
        base[state.container].count = state.elementCount
        state.container = Int(base[state.container].start)
        state.elementCount = base[state.container].count
    }

    @inline(__always)
    private mutating func append(_ kind: TokenTape.Kind, _ extent: Range<Int>) {
        base[state.used] = TokenTape.Token(kind, start: extent.lowerBound, count: extent.count)
        state.used &+= 1
    }

    @inline(__always)
    private mutating func noteEscaped(_ extent: Range<Int>) {
        state.escapedBytes &+= extent.count
        state.escapedCount &+= 1
    }
}
