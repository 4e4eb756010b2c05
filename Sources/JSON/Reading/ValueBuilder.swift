import CJSON

/// Puts a value together from a tape, the text, and what libjson-c decodes.
struct ValueBuilder: ~Copyable {
    private let base: UnsafePointer<UInt8>
    private let end: Int
    private let tokens: UnsafeBufferPointer<TokenTape.Token>
    private var next = 0

    private init(base: UnsafePointer<UInt8>, end: Int, tokens: UnsafeBufferPointer<TokenTape.Token>) {
        self.base = base
        self.end = end
        self.tokens = tokens
    }

    /// The value of a text that the scanner has accepted.
    static func value(of bytes: UnsafeBufferPointer<UInt8>, _ tape: TokenTape) throws(JSONError) -> JSONValue {
        guard let base = bytes.baseAddress else { throw JSONError(.emptyInput, at: 0) }
        return try EscapedStrings.decode(tape, of: bytes) { escaped in
            tape.withTokens { tokens in
                var builder = ValueBuilder(base: base, end: bytes.count, tokens: tokens)
                return builder.value(&escaped)
            }
        }
    }

    /// The next value of the tape; recursion is bounded by ``JSONLimits/deepest``.
    private mutating func value(_ escaped: inout EscapedStrings) -> JSONValue {
        let token = tokens[next]
        next += 1
        switch token.kind {
        case .asciiString: return .string(text(token, isASCII: true))
        case .string: return .string(text(token, isASCII: false))
        case .escapedString: return .string(escaped.popFirst())
        case .integer: return .number(integer(token))
        case .number: return .number(JSONNumber(storage: .text(text(token, isASCII: true))))
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .array: return .array(elements(token.count, &escaped))
        case .object: return .object(JSONObject(unique: members(token.count, &escaped)))
        case .key, .asciiKey, .escapedKey:
            preconditionFailure("the tape has a key where a value must be, at token \(next - 1)")
        }
    }

    private mutating func elements(_ count: Int, _ escaped: inout EscapedStrings) -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(value(&escaped)) }
        return elements
    }

    private mutating func members(_ count: Int, _ escaped: inout EscapedStrings) -> [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        members.reserveCapacity(count)
        for _ in 0..<count {
            let key = key(&escaped)
            members.append(JSONObject.Member(key: key, value: value(&escaped)))
        }
        return members
    }

    @inline(__always)
    private mutating func key(_ escaped: inout EscapedStrings) -> String {
        let token = tokens[next]
        next += 1
        return token.kind == .escapedKey ? escaped.popFirst() : text(token, isASCII: token.kind == .asciiKey)
    }

    private func integer(_ token: TokenTape.Token) -> JSONNumber {
        NumberDecoding.integer(bytes(token), endsText: Int(token.start) + token.count == end)
    }

    @inline(__always)
    private func bytes(_ token: TokenTape.Token) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + Int(token.start), count: token.count)
    }

    /// The scanner has seen that the bytes are UTF-8, so that they need not be checked again.
    @inline(__always)
    private func text(_ token: TokenTape.Token, isASCII: Bool) -> String {
        let bytes = bytes(token)
        return String(copying: UTF8Span(unchecked: Span(_unsafeElements: bytes), isKnownASCII: isASCII))
    }
}
