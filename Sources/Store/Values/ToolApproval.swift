/// What is known of one tool: the definition that was approved, one that waits, or both.
package struct ToolApproval: Sendable, Hashable {
    /// A definition that was approved.
    package struct Approved: Sendable, Hashable {
        /// What was approved.
        package var definition: ToolDefinition
        /// By whom.
        package var party: String
        /// When.
        package var at: WallTime
    }

    /// A definition that nobody approved.
    package struct Waiting: Sendable, Hashable {
        /// What the server says now.
        package var definition: ToolDefinition
        /// Since when it does.
        package var since: WallTime
        /// Whether somebody has looked at it and refused it.
        package var isRefused = false
    }

    /// The tool's name.
    package var tool: String
    /// What may be served; nil for a tool that was never approved.
    package var approved: Approved?
    /// What may not be served yet; nil when the server says what was approved.
    package var waiting: Waiting?
}
