/// Decides whether bytes are a JSON text by RFC 8259, and tells a sink what they hold.
///
/// It can stop after any byte and go on when more have come: each call gets the whole text so far, and goes on where
/// the last one stopped. That is why the answer does not depend on how the text was cut. It keeps its own stack, so
/// that deep nesting costs no recursion.
struct Scanner: Sendable {
    let limits: JSONLimits
    private var cursor: Cursor
    private var nesting = Nesting()
    private var containerCount = 0
    private var valueCount = 0

    init(limits: JSONLimits) {
        self.limits = limits.clamped
        cursor = Cursor(stringBytes: self.limits.stringBytes)
    }

    /// Goes on with the text so far.
    ///
    /// Throws as soon as no continuation could make it valid; it must not be asked again then.
    @inline(__always)
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some TokenSink) throws(JSONError) {
        guard let base = bytes.baseAddress else { return }
        try advance(base, end: min(bytes.count, limits.bytes), into: &sink)
        guard bytes.count <= limits.bytes else { throw JSONError(.tooLarge, at: limits.bytes) }
    }

    /// Ends the text.
    ///
    /// Throws when the value is not complete.
    mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some TokenSink) throws(JSONError) {
        if cursor.state == .number, nesting.depth == 0 {
            if let code = cursor.numberState.missing { throw JSONError(code, at: bytes.count) }
            if let base = bytes.baseAddress {
                let extent = cursor.tokenStart..<bytes.count
                sink.number(extent, of: base, isInteger: cursor.numberState.isInteger)
            }
            cursor.state = .done
        }
        guard cursor.state != .done else { return }
        let isEmpty = cursor.state == .topValue && cursor.position == bytes.count
        throw JSONError(isEmpty ? .emptyInput : .unexpectedEnd, at: bytes.count)
    }

    private mutating func advance(
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) {
        // A copy that nothing else can see stays in registers.
        var cursor = self.cursor
        defer { self.cursor = cursor }
        while cursor.position < end {
            switch cursor.state {
            case .key:
                guard try cursor.string(base, end: end) else { return }
                try completeKey(&cursor, base, end: end, into: &sink)
            case .string:
                guard try cursor.string(base, end: end) else { return }
                sink.string(cursor.tokenStart + 1..<cursor.position - 1)
                try completeValue(&cursor, base, end: end)
            case .number:
                guard try cursor.number(base, end: end) else { return }
                let extent = cursor.tokenStart..<cursor.position
                sink.number(extent, of: base, isInteger: cursor.numberState.isInteger)
                try completeValue(&cursor, base, end: end)
            case .literal:
                guard try cursor.literal(base, end: end) else { return }
                sink.literal(cursor.tokenStart..<cursor.position)
                try completeValue(&cursor, base, end: end)
            default:
                let byte = base[cursor.position]
                if byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                    cursor.position += 1
                } else {
                    guard try structure(byte, &cursor, base, end: end, into: &sink) else { return }
                }
            }
        }
    }

    /// A byte outside strings, numbers and words.
    ///
    /// False when more bytes are needed to judge it.
    @inline(__always)
    private mutating func structure(
        _ byte: UInt8,
        _ cursor: inout Cursor,
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) -> Bool {
        switch cursor.state {
        case .topValue, .firstElement, .nextElement, .memberValue:
            return try value(byte, &cursor, base, end: end, into: &sink)
        case .firstKey, .nextKey:
            if byte == UInt8(ascii: "\"") {
                cursor.begin(.key)
            } else if byte == UInt8(ascii: "}"), cursor.state == .firstKey {
                try close(&cursor, base, end: end, into: &sink)
            } else {
                throw cursor.fault(byte, byte == UInt8(ascii: "}") ? .trailingComma : .expectedKey)
            }
        case .colon:
            guard byte == UInt8(ascii: ":") else { throw cursor.fault(byte, .missingColon) }
            cursor.position += 1
            cursor.state = .memberValue
        case .afterMember, .afterElement:
            let isMember = cursor.state == .afterMember
            if byte == UInt8(ascii: ",") {
                cursor.position += 1
                cursor.state = isMember ? .nextKey : .nextElement
            } else if byte == (isMember ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                try close(&cursor, base, end: end, into: &sink)
            } else {
                throw cursor.fault(byte, .missingComma)
            }
        default:
            throw cursor.fault(byte, .trailingContent)
        }
        return true
    }

    /// The first byte of a value.
    ///
    /// False when more bytes are needed to judge it.
    @inline(__always)
    private mutating func value(
        _ byte: UInt8,
        _ cursor: inout Cursor,
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) -> Bool {
        switch byte {
        case UInt8(ascii: "\""):
            cursor.begin(.string)
        case UInt8(ascii: "{"):
            try open(&cursor, isObject: true, into: &sink)
        case UInt8(ascii: "["):
            try open(&cursor, isObject: false, into: &sink)
        case UInt8(ascii: "]") where cursor.state == .firstElement:
            try close(&cursor, base, end: end, into: &sink)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            cursor.numberState = NumberState(first: byte)
            cursor.begin(.number)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            cursor.begin(.literal)
        case 0xEF where cursor.position == 0:
            return try cursor.byteOrderMark(base, end: end)
        default:
            throw cursor.valueFault(byte)
        }
        return true
    }

    @inline(__always)
    private mutating func open(
        _ cursor: inout Cursor,
        isObject: Bool,
        into sink: inout some TokenSink
    ) throws(JSONError) {
        guard nesting.depth < limits.depth else { throw JSONError(.tooDeep, at: cursor.position) }
        containerCount &+= 1
        guard containerCount <= limits.containers else { throw JSONError(.tooManyContainers, at: cursor.position) }
        nesting.open(isObject: isObject)
        sink.open(isObject: isObject, at: cursor.position)
        cursor.state = isObject ? .firstKey : .firstElement
        cursor.position += 1
    }

    @inline(__always)
    private mutating func close(
        _ cursor: inout Cursor,
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) {
        nesting.close()
        cursor.position += 1
        sink.close(end: cursor.position)
        try completeValue(&cursor, base, end: end)
    }

    @inline(__always)
    private mutating func completeKey(
        _ cursor: inout Cursor,
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) {
        let extent = cursor.tokenStart + 1..<cursor.position - 1
        guard nesting.insert(extent, of: base, isEscaped: cursor.isEscaped) else {
            throw JSONError(.duplicateKey, at: cursor.tokenStart)
        }
        sink.key(extent, of: base, isEscaped: cursor.isEscaped)
        cursor.state = .colon
        // What mostly follows is taken at once, which spares the processor a guess.
        guard cursor.position < end, base[cursor.position] == UInt8(ascii: ":") else { return }
        cursor.position += 1
        cursor.state = .memberValue
        guard cursor.position < end, base[cursor.position] == UInt8(ascii: "\"") else { return }
        cursor.begin(.string)
    }

    @inline(__always)
    private mutating func completeValue(
        _ cursor: inout Cursor,
        _ base: UnsafePointer<UInt8>,
        end: Int
    ) throws(JSONError) {
        valueCount &+= 1
        guard valueCount <= limits.values else { throw JSONError(.tooManyValues, at: cursor.position) }
        guard nesting.depth > 0 else {
            cursor.state = .done
            return
        }
        cursor.state = nesting.isInObject ? .afterMember : .afterElement
        // As above.
        guard cursor.position < end, base[cursor.position] == UInt8(ascii: ",") else { return }
        cursor.position += 1
        cursor.state = nesting.isInObject ? .nextKey : .nextElement
        guard cursor.position < end, base[cursor.position] == UInt8(ascii: "\"") else { return }
        cursor.begin(nesting.isInObject ? .key : .string)
    }
}
