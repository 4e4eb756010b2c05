package import JSON

/// The read-only call that proves a credential.
package struct SkillProbe: Sendable, Hashable {
    /// The name of the tool.
    package let tool: String
    /// What it is called with.
    package let arguments: JSONObject
}
