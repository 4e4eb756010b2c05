import MCP

/// What the steps of one conversation brought.
struct StepNotes: Sendable {
    var exchanges: [Step: Exchange] = [:]
    /// Why there is nothing to try, by step.
    var gaps: [Step: String] = [:]
    var listings: [Step: Listing] = [:]
    var choice = CallChoice.none("no tool was looked for")
}
