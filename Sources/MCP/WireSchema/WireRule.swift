package import JSON

/// One thing that a message, or a part of it, must match.
package struct WireRule: Sendable, Hashable {
    /// The name in `$defs` of the revision's document.
    package let definition: String
    /// The member of the message that must match it; nil for the whole message.
    package let member: String?

    init(_ definition: String, member: String? = nil) {
        self.definition = definition
        self.member = member
    }

    /// The part of a message that must match; nil when the message has no such member.
    package func part(of message: JSONValue) -> JSONValue? {
        guard let member else { return message }
        return message[member]
    }
}
