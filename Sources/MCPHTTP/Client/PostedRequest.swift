import JSON
import MCP

/// A request of the session on its way to a server.
struct PostedRequest: Sendable {
    let id: RequestID
    let method: String
    let payload: Payload?
    /// The whole message as it goes into the body.
    let message: [UInt8]

    var params: JSONObject { payload?.value.objectValue ?? [:] }

    /// Those of the parameters that header fields repeat: arguments only where the tool has any for them.
    func mirrored(for tool: ToolHeaders) -> JSONObject {
        var params: JSONObject = [:]
        var names = MirroredHeaders.nameMember[method].map { [$0] } ?? []
        if !tool.headers.isEmpty { names.append("arguments") }
        for name in names { params[name] = payload?[name]?.value }
        return params
    }

    /// The revision a modern request names in its body; nil when it names none.
    var version: String? {
        payload?["_meta"]?[MetaKey.protocolVersion]?.value.stringValue
    }
}
