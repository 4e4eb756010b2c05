package import JSON

/// The tool that the user allows us to call, with its arguments.
package struct CallRequest: Hashable, Sendable {
    /// The name as listed.
    package let tool: String
    /// What to call it with.
    package let arguments: JSONObject
    /// Whether the user says that it changes nothing, whatever its annotations say.
    package let isReadOnly: Bool

    /// A call that the user asked for.
    package init(tool: String, arguments: JSONObject = [:], isReadOnly: Bool = false) {
        self.tool = tool
        self.arguments = arguments
        self.isReadOnly = isReadOnly
    }
}
