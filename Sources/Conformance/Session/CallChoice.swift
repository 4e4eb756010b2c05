package import JSON

/// Which tool is called, with which arguments, and why none is when none is.
package enum CallChoice: Hashable, Sendable {
    /// A tool from the list, and arguments that fit it.
    case tool(definition: JSONValue, arguments: JSONValue)
    /// No tool may be called: says which flag helps.
    case none(String)

    /// The name of the tool.
    package var name: String? {
        guard case .tool(let definition, _) = self else {
            return nil
        }
        return definition["name"]?.stringValue
    }
}
