package import HTTPTypes
package import JSON

/// The header fields of a modern request, made from its body: nothing in them can differ from it.
package struct MirroredHeaders: Sendable, Hashable {
    /// To be sent beside the body, and only with this one.
    package let fields: HTTPFields

    /// Mirrors one request: the version its body names, and its parameters as they will be sent.
    package init(version: String, method: String, params: JSONObject, tool: ToolHeaders = .none) {
        var fields = HTTPFields()
        fields[MCPField.protocolVersion] = version
        fields[MCPField.method] = method
        if let name = Self.name(method: method, params: params) {
            fields[MCPField.name] = MirroredValue.encode(name)
        }
        if method == "tools/call" {
            for header in tool.headers {
                guard let argument = header.argument(in: params["arguments"]) else { continue }
                fields[header.field] = header.text(of: argument).map(MirroredValue.encode)
            }
        }
        self.fields = fields
    }

    /// What a request is about, for the methods that name something; nil for all others.
    package static func name(method: String, params: JSONObject) -> String? {
        nameMember[method].flatMap { params[$0]?.stringValue }
    }

    /// Which parameter the name is taken from, by method; the last three belong to the tasks extension.
    static let nameMember = [
        "tools/call": "name",
        "prompts/get": "name",
        "resources/read": "uri",
        "tasks/get": "taskId",
        "tasks/update": "taskId",
        "tasks/cancel": "taskId",
    ]
}
