package import JSON

extension Scrubber {
    /// Fields of HTTP that say something about the protocol; all others are left out of fixtures.
    private static let kept: Set<String> = [
        "accept", "content-type", "mcp-protocol-version", "mcp-method", "mcp-name", "mcp-session-id", "last-event-id",
        "www-authenticate", "retry-after", "location", "allow", "authorization", "proxy-authorization", "cookie",
        "set-cookie",
    ]
    private static let keptPrefixes = ["mcp-param-", "x-ratelimit", "ratelimit"]
    private static let credentials: Set<String> = ["authorization", "proxy-authorization"]

    /// The fields that a fixture keeps, without secrets; repeated ones are joined.
    package mutating func fields(_ fields: [(name: String, value: String)]) -> JSONObject {
        var object = JSONObject()
        for (name, value) in fields {
            let lower = name.lowercased()
            let isSecret = SecretName.isLikely(name)
            guard isSecret || Self.kept.contains(lower) || Self.keptPrefixes.contains(where: { lower.hasPrefix($0) })
            else { continue }
            let scrubbed = field(lower, value, isSecret: isSecret)
            let before = object[lower]?.stringValue.map { $0 + ", " } ?? ""
            object[lower] = .string(before + scrubbed)
        }
        return object
    }

    private mutating func field(_ name: String, _ value: String, isSecret: Bool) -> String {
        switch name {
        case "mcp-session-id":
            return Placeholder.text(learn(Array(value.utf8), as: "session"))
        case _ where Self.credentials.contains(name):
            let words = value.split(separator: " ", maxSplits: 1)
            let scheme = words.count == 2 ? words[0] + " " : ""
            return scheme + credential(words.last.map(String.init) ?? "", name)
        case _ where isSecret:
            return credential(value, name)
        default:
            return text(value)
        }
    }

    /// A value that is secret because of the field it stands in.
    private mutating func credential(_ value: String, _ name: String) -> String {
        let scrubbed = text(value)
        guard scrubbed == value, !value.isEmpty else { return scrubbed }
        return placeholder(for: learn(Array(value.utf8), as: name))
    }

    /// A path with its query, or a whole address.
    package mutating func target(_ target: String) -> String {
        text(target)
    }
}
