package import MCP

/// Where the words of a rule are written down.
package enum RuleSource: Hashable, Sendable {
    /// A page of the MCP specification below the revision's folder, with its anchor.
    case specification(String)
    /// A section of JSON-RPC 2.0, which every revision makes binding.
    case jsonRPC(String)
    /// JSON itself, RFC 8259, by section.
    case json(String)
    /// Another RFC, by number and section: what extensions build on.
    case rfc(Int, String)
    /// Nobody's but ours.
    case house

    /// The address to read, or nil for a rule of our own.
    package func address(in revision: ProtocolRevision) -> String? {
        switch self {
        case .specification(let page): "https://modelcontextprotocol.io/specification/\(revision.rawValue)/\(page)"
        case .jsonRPC(let anchor): "https://www.jsonrpc.org/specification#\(anchor)"
        case .json(let section): "https://www.rfc-editor.org/rfc/rfc8259#section-\(section)"
        case .rfc(let number, let section): "https://www.rfc-editor.org/rfc/rfc\(number)#section-\(section)"
        case .house: nil
        }
    }
}
