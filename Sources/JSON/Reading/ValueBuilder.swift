import CJSON

/// Puts a value together from a tape, the text, and what libjson-c decodes.
struct ValueBuilder: ~Copyable {
    private let base: UnsafePointer<UInt8>
    private let tokens: UnsafeBufferPointer<TokenTape.Token>
    private var next = 0

    private init(base: UnsafePointer<UInt8>, tokens: UnsafeBufferPointer<TokenTape.Token>) {
        self.base = base
        self.tokens = tokens
    }

    /// The value of a text that the scanner has accepted.
    static func value(of bytes: UnsafeBufferPointer<UInt8>, _ tape: TokenTape) throws(JSONError) -> JSONValue {
        guard let base = bytes.baseAddress else { throw JSONError(.emptyInput, at: 0) }
        return try EscapedStrings.decode(tape, of: bytes) { escaped in
            tape.tokens.withUnsafeBufferPointer { tokens in
                var builder = ValueBuilder(base: base, tokens: tokens)
                return builder.value(&escaped)
            }
        }
    }

    /// The next value of the tape; recursion is bounded by ``JSONLimits/deepest``.
    private mutating func value(_ escaped: inout EscapedStrings) -> JSONValue {
        let token = tokens[next]
        next += 1
        switch token.kind {
        case .string: return .string(text(token))
        case .escapedString: return .string(escaped.popFirst())
        case .integer: return .number(NumberDecoding.integer(extent(token)))
        case .number: return .number(JSONNumber(storage: .text(text(token))))
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .array: return .array(elements(token, &escaped))
        case .object: return .object(JSONObject(unique: members(token, &escaped)))
        case .key, .escapedKey: preconditionFailure("the tape has a key where a value must be, at token \(next - 1)")
        }
    }

    private mutating func elements(_ token: TokenTape.Token, _ escaped: inout EscapedStrings) -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(Int(token.count))
        for _ in 0..<token.count { elements.append(value(&escaped)) }
        return elements
    }

    private mutating func members(
        _ token: TokenTape.Token,
        _ escaped: inout EscapedStrings
    ) -> [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        members.reserveCapacity(Int(token.count))
        for _ in 0..<token.count {
            let key = tokens[next]
            next += 1
            let name = key.kind == .escapedKey ? escaped.popFirst() : text(key)
            members.append(JSONObject.Member(key: name, value: value(&escaped)))
        }
        return members
    }

    @inline(__always)
    private func extent(_ token: TokenTape.Token) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + Int(token.start), count: Int(token.count))
    }

    @inline(__always)
    private func text(_ token: TokenTape.Token) -> String { String(decoding: extent(token), as: UTF8.self) }
}
