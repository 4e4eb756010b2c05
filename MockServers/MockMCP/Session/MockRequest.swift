import JSON

/// A request that came in, kept beside its answer so that a fault can choose by method and arguments.
package struct MockRequest: Sendable, Hashable {
    let id: JSONValue
    let method: String
    let params: JSONValue

    /// The tool that a `tools/call` names.
    var tool: String? {
        method == "tools/call" ? params["name"]?.stringValue : nil
    }

    /// Whether the request carries the metadata of the stateless revisions.
    var isModern: Bool {
        params["_meta"]?["io.modelcontextprotocol/protocolVersion"] != nil
    }
}
