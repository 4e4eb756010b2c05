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
}
