/// Decides whether bytes are a JSON text by RFC 8259, and tells a sink what they hold.
///
/// It can stop after any byte and go on when more have come: each call gets the whole text so far, and goes on where the
/// last one stopped. That is why the answer does not depend on how the text was cut. It keeps its own stack, so that deep
/// nesting costs no recursion.
struct Scanner: Sendable {
    /// What may come next.
    enum State: UInt8 {
        case topValue, firstElement, nextElement, memberValue
        case firstKey, nextKey, colon, afterElement, afterMember, done
        case string, number, literal
    }

    let limits: JSONLimits
    var state = State.topValue
    /// The first byte not yet consumed; within a string the start of a character, within numbers and words any byte.
    var position = 0
    /// Where the string, number or word begins that is being read.
    var tokenStart = 0
    var tokenIsKey = false
    var tokenIsEscaped = false
    var numberState = NumberState.minus
    /// The open arrays and objects, true for objects.
    var isObject: [Bool] = []
    var keys = KeyLedger()

    init(limits: JSONLimits) {
        self.limits = limits.clamped
    }

    /// Goes on with the text so far. Throws as soon as no continuation could make it valid.
    @inline(__always)
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some TokenSink) throws(JSONError) {
        guard let base = bytes.baseAddress else { return }
        try advance(base, end: min(bytes.count, limits.bytes), into: &sink)
        guard bytes.count <= limits.bytes else { throw JSONError(.tooLarge, at: limits.bytes) }
    }

    /// Ends the text. Throws when the value is not complete.
    mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some TokenSink) throws(JSONError) {
        if state == .number, isObject.isEmpty {
            if let code = numberState.missing { throw JSONError(code, at: bytes.count) }
            completeNumber(at: bytes.count, into: &sink)
        }
        guard state != .done else { return }
        let isEmpty = state == .topValue && position == bytes.count
        throw JSONError(isEmpty ? .emptyInput : .unexpectedEnd, at: bytes.count)
    }

    private mutating func advance(
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) {
        while position < end {
            switch state {
            case .string:
                guard try string(base, end: end) else { return }
                try completeString(base, into: &sink)
            case .number:
                guard try number(base, end: end) else { return }
                completeNumber(at: position, into: &sink)
            case .literal:
                guard try literal(base, end: end) else { return }
                sink.literal(tokenStart..<position, first: base[tokenStart])
                completeValue()
            default:
                let byte = base[position]
                if byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                    position += 1
                } else {
                    guard try structure(byte, base, end: end, into: &sink) else { return }
                }
            }
        }
    }

    /// A byte outside strings, numbers and words. False when more bytes are needed to judge it.
    @inline(__always)
    private mutating func structure(
        _ byte: UInt8,
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) -> Bool {
        switch state {
        case .topValue, .firstElement, .nextElement, .memberValue:
            return try value(byte, base, end: end, into: &sink)
        case .firstKey, .nextKey:
            if byte == UInt8(ascii: "\"") {
                begin(.string, isKey: true)
            } else if byte == UInt8(ascii: "}"), state == .firstKey {
                close(into: &sink)
            } else {
                throw fault(byte, byte == UInt8(ascii: "}") ? .trailingComma : .expectedKey)
            }
        case .colon:
            guard byte == UInt8(ascii: ":") else { throw fault(byte, .missingColon) }
            position += 1
            state = .memberValue
        case .afterMember:
            if byte == UInt8(ascii: ",") {
                position += 1
                state = .nextKey
            } else if byte == UInt8(ascii: "}") {
                close(into: &sink)
            } else {
                throw fault(byte, byte == UInt8(ascii: "]") ? .mismatchedBracket : .missingComma)
            }
        case .afterElement:
            if byte == UInt8(ascii: ",") {
                position += 1
                state = .nextElement
            } else if byte == UInt8(ascii: "]") {
                close(into: &sink)
            } else {
                throw fault(byte, byte == UInt8(ascii: "}") ? .mismatchedBracket : .missingComma)
            }
        default:
            throw fault(byte, .trailingContent)
        }
        return true
    }

    /// The first byte of a value. False when more bytes are needed to judge it.
    @inline(__always)
    private mutating func value(
        _ byte: UInt8,
        _ base: UnsafePointer<UInt8>,
        end: Int,
        into sink: inout some TokenSink
    ) throws(JSONError) -> Bool {
        switch byte {
        case UInt8(ascii: "\""):
            begin(.string, isKey: false)
        case UInt8(ascii: "{"):
            try open(isObject: true, into: &sink)
        case UInt8(ascii: "["):
            try open(isObject: false, into: &sink)
        case UInt8(ascii: "]") where state == .firstElement:
            close(into: &sink)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            numberState = NumberState(first: byte)
            begin(.number, isKey: false)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            begin(.literal, isKey: false)
        case 0xEF where position == 0:
            return try byteOrderMark(base, end: end)
        default:
            throw valueFault(byte)
        }
        return true
    }

    @inline(__always)
    private mutating func begin(_ token: State, isKey: Bool) {
        tokenStart = position
        tokenIsKey = isKey
        tokenIsEscaped = false
        position += 1
        state = token
    }

    @inline(__always)
    private mutating func open(isObject object: Bool, into sink: inout some TokenSink) throws(JSONError) {
        guard isObject.count < limits.depth else { throw JSONError(.tooDeep, at: position) }
        isObject.append(object)
        if object { keys.openObject() }
        sink.open(isObject: object, at: position)
        state = object ? .firstKey : .firstElement
        position += 1
    }

    @inline(__always)
    private mutating func close(into sink: inout some TokenSink) {
        if isObject.removeLast() { keys.closeObject() }
        position += 1
        sink.close(end: position)
        completeValue()
    }

    @inline(__always)
    private mutating func completeString(
        _ base: UnsafePointer<UInt8>,
        into sink: inout some TokenSink
    ) throws(JSONError) {
        let extent = tokenStart + 1..<position - 1
        if tokenIsKey {
            guard keys.insert(extent, of: base, isEscaped: tokenIsEscaped) else {
                throw JSONError(.duplicateKey, at: tokenStart)
            }
            sink.key(extent, isEscaped: tokenIsEscaped)
            state = .colon
        } else {
            sink.string(extent, isEscaped: tokenIsEscaped)
            completeValue()
        }
    }

    @inline(__always)
    private mutating func completeNumber(at end: Int, into sink: inout some TokenSink) {
        sink.number(tokenStart..<end, isInteger: numberState.isInteger)
        completeValue()
    }

    @inline(__always)
    private mutating func completeValue() {
        guard let inObject = isObject.last else {
            state = .done
            return
        }
        state = inObject ? .afterMember : .afterElement
    }
}
