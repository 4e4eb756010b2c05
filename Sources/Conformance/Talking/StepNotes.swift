import MCP

/// What the steps of one conversation brought.
struct StepNotes: Sendable {
    var exchanges: [Step: Exchange] = [:]
    var listings: [Step: Listing] = [:]
    var choice = CallChoice.none("no tool was looked for")
}
