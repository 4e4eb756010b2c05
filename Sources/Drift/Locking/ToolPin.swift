import Crypto
package import JSON

/// One approved tool: what of its definition reaches models and programs, and the hash of that.
package struct ToolPin: Sendable, Hashable {
    /// What counts: a change of anything else, such as icons, is no change of the tool.
    private static let members = [
        "name", "title", "description", "inputSchema", "outputSchema", "annotations", "execution",
    ]

    /// What a call names.
    package let name: String
    /// The members that count, as the server gave them.
    package let definition: JSONValue
    /// SHA-256 over the canonical form (RFC 8785) of the definition, as `sha256:` and hexadecimal digits.
    package let hash: String

    /// Pins a tool as a server lists it; nil where it has no name.
    package init?(_ tool: JSONValue) {
        guard let name = tool["name"]?.stringValue else { return nil }
        self.name = name
        definition = .object(JSONObject(Self.members.compactMap { key in tool[key].map { (key, $0) } }))
        hash = Self.hash(of: definition)
    }

    /// As it was pinned before; nothing is worked out again.
    package init(name: String, definition: JSONValue, hash: String) {
        self.name = name
        self.definition = definition
        self.hash = hash
    }

    private static func hash(of definition: JSONValue) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: Array(definition.text(.canonical).utf8))
        let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "sha256:" + String(decoding: text, as: UTF8.self)
    }
}
