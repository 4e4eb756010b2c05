package import JSON

/// A tool through which others are called that no list shows, so that a policy must look into its arguments.
package struct GenericTool: Sendable, Hashable {
    /// The tool that is listed.
    package var tool: String
    /// Its arguments when another tool is called.
    ///
    /// `${tool}` stands for that tool's name, `${arguments}` for its arguments: as an object where it is the whole text,
    /// as a JSON text within a longer one.
    package var call: JSONObject

    /// Takes both.
    package init(_ tool: String, call: JSONObject) {
        self.tool = tool
        self.call = call
    }
}
