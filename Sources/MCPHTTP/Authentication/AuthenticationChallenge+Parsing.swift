extension AuthenticationChallenge {
    /// Reads every challenge of the given header values, by the grammar of RFC 9110 section 11.6.1.
    ///
    /// A header may hold several challenges, and commas separate challenges as well as their parameters. What does not
    /// fit the grammar is skipped up to the next comma: half a challenge says more than none.
    package static func parse(_ values: some Sequence<String>) -> [AuthenticationChallenge] {
        values.flatMap { value in
            var scanner = ChallengeScanner(value)
            return scanner.challenges()
        }
    }
}

/// Reads one header value from left to right.
private struct ChallengeScanner {
    private var rest: ArraySlice<UInt8>

    private static let comma = UInt8(ascii: ",")
    private static let equals = UInt8(ascii: "=")
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    init(_ text: String) {
        rest = Array(text.utf8)[...]
    }

    mutating func challenges() -> [AuthenticationChallenge] {
        var challenges: [AuthenticationChallenge] = []
        while true {
            skip { Self.isBlank($0) || $0 == Self.comma }
            guard !rest.isEmpty else { return challenges }
            guard let scheme = token() else {
                skip { $0 != Self.comma }
                continue
            }
            challenges.append(challenge(scheme))
        }
    }

    private mutating func challenge(_ scheme: String) -> AuthenticationChallenge {
        guard let first = rest.first, Self.isBlank(first) else { return AuthenticationChallenge(scheme: scheme) }
        skip(Self.isBlank)
        if let token68 = token68() { return AuthenticationChallenge(scheme: scheme, token: token68) }
        var parameters: [AuthenticationChallenge.Parameter] = []
        while let parameter = parameter() {
            parameters.append(parameter)
            // Whatever else stands before the comma belongs to nothing.
            skip { $0 != Self.comma }
            skip { Self.isBlank($0) || $0 == Self.comma }
        }
        return AuthenticationChallenge(scheme: scheme, parameters: parameters)
    }

    /// A name, an equals sign and a value; nil, with nothing consumed, when what follows is a new challenge or nothing.
    private mutating func parameter() -> AuthenticationChallenge.Parameter? {
        let start = rest
        guard let name = token() else { return nil }
        skip(Self.isBlank)
        guard rest.first == Self.equals else {
            rest = start
            return nil
        }
        rest = rest.dropFirst()
        skip(Self.isBlank)
        let value = rest.first == Self.quote ? quoted() : token() ?? ""
        return .init(name.lowercased(), value)
    }

    private mutating func quoted() -> String {
        var bytes: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.popFirst(), byte != Self.quote {
            // After a backslash any byte stands for itself.
            bytes.append(byte == Self.backslash ? rest.popFirst() ?? byte : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func token() -> String? {
        let bytes = rest.prefix(while: Self.isTokenCharacter)
        rest = rest.dropFirst(bytes.count)
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private mutating func token68() -> String? {
        let content = rest.prefix { Self.isAlphanumeric($0) || "-._~+/".utf8.contains($0) }
        let padding = rest.dropFirst(content.count).prefix { $0 == Self.equals }
        let after = rest.dropFirst(content.count + padding.count)
        // With something other than a comma behind it, it was the name of a parameter.
        guard !content.isEmpty, after.first(where: { !Self.isBlank($0) }) ?? Self.comma == Self.comma else {
            return nil
        }
        rest = after
        return String(decoding: content + padding, as: UTF8.self)
    }

    private mutating func skip(_ condition: (UInt8) -> Bool) {
        rest = rest.drop(while: condition)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
