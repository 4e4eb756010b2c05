import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP

extension ClientScene {
    /// How long the server of `sse-retry` asks its client to wait.
    static let retryInMilliseconds: Int64 = 500

    /// Streams and sessions: taken up again, read in every form, opened anew.
    static let streams: [ClientScene] = [
        ClientScene(
            "sse-retry",
            ProtocolRevision.november2025...ProtocolRevision.november2025,
            SceneServer(tools: [SceneServer.tool("test_reconnection")], session: "scene") { turn, earlier, revision in
                switch (turn.method, turn.rpc) {
                case ("GET", _):
                    guard turn.field("Last-Event-ID") != nil else { return .empty(405) }
                    guard let call = earlier.last(where: { $0.rpc == "tools/call" }) else {
                        return .stream(": none\n\n")
                    }
                    let result = SceneReply.result(["content": []], to: call, in: revision)
                    return .stream("id: event-2\ndata: \(result.text)\n\n")
                case (_, "tools/call"):
                    return .stream("id: event-1\nretry: \(retryInMilliseconds)\ndata: \n\n")
                default: return nil
                }
            }
        ),
        ClientScene(
            "tools_call (answers as event streams)",
            streamable,
            SceneServer(tools: [SceneServer.sum]) { turn, _, revision in
                guard turn.rpc == "tools/list" else { return nil }
                let result = SceneReply.result(["tools": [SceneServer.sum]], to: turn, in: revision)
                // A comment, a name, every way to end a line, and a message over several of them.
                let lines = result.text.replacing(",", with: ",\r\ndata: ", maxReplacements: 1)
                return .stream(": welcome\r\n\nretry: 100\revent: message\r\ndata: \(lines)\r\n\r\n")
            }
        ),
        ClientScene(
            "tools_call (a session that is gone)",
            sessions,
            SceneServer(tools: [SceneServer.sum], session: "scene") { turn, earlier, _ in
                let isOld = earlier.count { $0.rpc == "initialize" } == 1
                guard isOld, turn.rpc == "tools/list" || turn.rpc == "tools/call" else { return nil }
                return .error(ErrorObject(ErrorCode(rawValue: -32001), "Session not found"), status: 404, to: turn)
            }
        ),
        ClientScene(
            "tools_call (HTTP+SSE of 2024-11-05)",
            ProtocolRevision.november2024...ProtocolRevision.november2024,
            SceneServer(kind: .eventStream(oldSettings))
        ),
    ]

    private static let oldSettings = MCPEndpointSettings(
        configuration: toolsOnly,
        handlers: { _ in
            ServerHandlers { call throws(ErrorObject) in
                call.context.method == "tools/list"
                    ? ["tools": [SceneServer.sum]] : ["content": [["type": "text", "text": "done"]]]
            }
        }
    )
}
