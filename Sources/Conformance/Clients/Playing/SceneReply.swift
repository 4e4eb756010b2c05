import HTTPTypes
import Hummingbird
import JSON
import MCP
import NIOCore

/// What the MCP server of a scene says to one request.
struct SceneReply: Sendable {
    var status = 200
    var text = ""
    var type: String? = "application/json"
    var fields = HTTPFields()

    /// A result as it stands.
    static func plain(_ result: JSONObject, to turn: ClientTurn) -> SceneReply {
        let message: JSONValue = ["jsonrpc": "2.0", "id": turn.message["id"] ?? .null, "result": .object(result)]
        return SceneReply(text: message.text())
    }

    /// A result in the shape of a revision.
    static func result(_ result: JSONObject, to turn: ClientTurn, in revision: ProtocolRevision) -> SceneReply {
        guard revision.era == .modern else { return plain(result, to: turn) }
        var result = result
        if result["resultType"] == nil { result["resultType"] = "complete" }
        if MCP.Method.isCacheable(turn.rpc) {
            result["ttlMs"] = 0
            result["cacheScope"] = "private"
        }
        return plain(result, to: turn)
    }

    static func error(_ error: ErrorObject, status: Int, to turn: ClientTurn) -> SceneReply {
        let message: JSONValue = ["jsonrpc": "2.0", "id": turn.message["id"] ?? .null, "error": error.json]
        return SceneReply(status: status, text: message.text())
    }

    static func empty(_ status: Int) -> SceneReply {
        SceneReply(status: status, type: nil)
    }

    /// The same as the whole of an event stream, in the given lines before its data.
    static func stream(_ text: String) -> SceneReply {
        SceneReply(text: text, type: "text/event-stream")
    }

    var response: Response {
        var fields = fields
        fields[.contentType] = type
        return Response(
            status: .init(code: status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
