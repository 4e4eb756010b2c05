import MCP

/// Something at the server that clients may want to be told.
enum EverythingChange: Sendable, Hashable {
    case list(ChangedList)
    /// The contents of the resource with this URI.
    case resource(String)
    /// The task with this id.
    case task(String)
}
