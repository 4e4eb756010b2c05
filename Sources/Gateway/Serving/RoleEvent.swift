import MCP

/// What the clients of a role are told without having called anything.
enum RoleEvent: MergeableChange {
    case list(ChangedList)
    /// The contents of the resource with this URI.
    case resource(String)
    /// Something an integration said while no call was in flight.
    case message(MCP.Notification)
}

extension RoleEvent {
    var isMerged: Bool { if case .message = self { false } else { true } }
}
