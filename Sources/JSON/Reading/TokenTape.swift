/// The tokens of a text in document order, from which its value is put together.
struct TokenTape: TokenSink, Sendable {
    enum Kind: UInt8 {
        case key, escapedKey, string, escapedString, integer, number, null, `true`, `false`, array, object
    }

    /// One token: a scalar or key with its extent, or a container with the number of its elements or members.
    struct Token: Sendable {
        var kind: Kind
        /// For a container the token of the one around it, while it is open.
        var start: UInt32
        var count: UInt32
    }

    private(set) var tokens: [Token] = []
    /// The bytes of all strings and keys that have escapes, and their number.
    private(set) var escapedBytes = 0
    private(set) var escapedCount = 0
    /// The token of the innermost open container, and how many it has got so far.
    private var container = 0
    private var elementCount: UInt32 = 0

    /// A tape for a text of this many bytes, or of unknown length.
    init(expectedBytes: Int = 0) {
        tokens.reserveCapacity(16 + min(expectedBytes, 1 << 20) / 8)
    }

    @inline(__always)
    mutating func key(_ extent: Range<Int>, isEscaped: Bool) {
        append(isEscaped ? .escapedKey : .key, extent)
        if isEscaped { noteEscaped(extent) }
    }

    @inline(__always)
    mutating func string(_ extent: Range<Int>, isEscaped: Bool) {
        elementCount &+= 1
        append(isEscaped ? .escapedString : .string, extent)
        if isEscaped { noteEscaped(extent) }
    }

    @inline(__always)
    mutating func number(_ extent: Range<Int>, isInteger: Bool) {
        elementCount &+= 1
        append(isInteger ? .integer : .number, extent)
    }

    @inline(__always)
    mutating func literal(_ extent: Range<Int>, first: UInt8) {
        elementCount &+= 1
        switch first {
        case UInt8(ascii: "t"): append(.true, extent)
        case UInt8(ascii: "f"): append(.false, extent)
        default: append(.null, extent)
        }
    }

    @inline(__always)
    mutating func open(isObject: Bool, at offset: Int) {
        // The container around it remembers its own count in its token until this one is closed.
        if !tokens.isEmpty { tokens[container].count = elementCount &+ 1 }
        tokens.append(Token(kind: isObject ? .object : .array, start: UInt32(truncatingIfNeeded: container), count: 0))
        container = tokens.count - 1
        elementCount = 0
    }

    @inline(__always)
    mutating func close(end: Int) {
        tokens[container].count = elementCount
        container = Int(tokens[container].start)
        elementCount = tokens[container].count
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
