package import MCP

/// A message of ours that its revision does not allow.
package struct WireFault: Sendable, Hashable, CustomStringConvertible {
    /// The definition of the schema that does not match; `text` for what is not JSON, `method` for what is misplaced.
    package let rule: String
    /// The revision whose schema was applied.
    package let revision: ProtocolRevision
    /// Who sent it.
    package let direction: WireDirection
    /// What is wrong, and the beginning of the message.
    package let detail: String
    /// All of the message, as text.
    package var message = ""

    package var description: String {
        let sender = direction == .clientToServer ? "our client" : "our server"
        return "\(sender) broke \(rule) of \(revision): \(detail)"
    }
}
