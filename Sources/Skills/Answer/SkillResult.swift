package import JSON
package import MCP

/// What a call that succeeded gives.
package struct SkillResult: Sendable, Hashable {
    /// For people and old clients.
    package var content: [ContentBlock]
    /// The answer in the skill's shape; nil for a file.
    package var structured: JSONObject?
}
