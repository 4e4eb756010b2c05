package import MCP

/// Something that happened at an integration and belongs to no call.
package enum UpstreamChange: MergeableChange {
    /// What it offers, or whether it can be called, is not what it was.
    case offer(integration: String)
    /// A watched resource has other contents.
    case resource(integration: String, uri: String)
    /// It said something while no call was in flight.
    case message(integration: String, MCP.Notification)
}

extension UpstreamChange {
    /// Where it happened.
    package var integration: String {
        switch self {
        case .offer(let integration), .resource(let integration, _), .message(let integration, _): integration
        }
    }
}

extension UpstreamChange {
    /// Lists and resources are looked at again; what was said was said.
    package var isMerged: Bool { if case .message = self { false } else { true } }
}
