import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// The MCP server of a scene: it says the same to every client, and minds nothing that a client does wrong.
struct SceneServer: Sendable {
    /// Says something out of the ordinary to a request, given those before it; nil for what is usual.
    typealias Answer =
        @Sendable (_ turn: ClientTurn, _ earlier: [ClientTurn], _ revision: ProtocolRevision) -> SceneReply?

    /// A server that is one of ours in whole, where a scene needs requests of the server or an open stream.
    enum Kind: Sendable {
        case scripted
        /// Streamable HTTP with sessions and streams.
        case endpoint(MCPEndpointSettings)
        /// HTTP+SSE, as revision 2024-11-05 has it.
        case eventStream(MCPEndpointSettings)
    }

    var kind = Kind.scripted
    var capabilities: JSONObject = ["tools": [:]]
    var tools: [JSONValue] = []
    /// Begins the names of the sessions it gives to a legacy client, which are numbered; nil for no sessions.
    var session: String?
    var answer: Answer = { _, _, _ in nil }

    /// What is said to a request.
    func reply(to turn: ClientTurn, after earlier: [ClientTurn], in revision: ProtocolRevision) -> SceneReply {
        if let reply = answer(turn, earlier, revision) { return reply }
        guard turn.path == ClientRecord.path else { return .empty(404) }
        guard turn.method == "POST" else { return .empty(turn.method == "DELETE" && session != nil ? 200 : 405) }
        let method = turn.rpc
        if turn.message["id"] == nil || method.isEmpty { return .empty(202) }
        switch method {
        case "initialize": return opening(turn, 1 + earlier.count { $0.rpc == "initialize" }, revision)
        case "server/discover" where revision.era == .modern:
            let versions: JSONValue = [.string(revision.rawValue)]
            return .result(
                ["supportedVersions": versions, "capabilities": .object(capabilities)],
                to: turn,
                in: revision
            )
        case "ping": return .result([:], to: turn, in: revision)
        case "tools/list": return .result(["tools": .array(tools)], to: turn, in: revision)
        case "tools/call": return .result(["content": [["type": "text", "text": "done"]]], to: turn, in: revision)
        default: return .error(.methodNotFound(method), status: revision.era == .modern ? 404 : 200, to: turn)
        }
    }

    private func opening(_ turn: ClientTurn, _ number: Int, _ revision: ProtocolRevision) -> SceneReply {
        guard revision.era == .legacy else {
            let asked = turn.params["protocolVersion"]?.stringValue ?? ""
            return .error(.unsupportedVersion(asked, supported: [revision]), status: 400, to: turn)
        }
        var reply = SceneReply.plain(
            [
                "protocolVersion": .string(revision.rawValue), "capabilities": .object(capabilities),
                "serverInfo": ["name": "openwork-conform", "version": .string(ConformVersion.current)],
            ],
            to: turn
        )
        reply.fields[MCPField.sessionID] = session.map { "\($0)-\(number)" }
        return reply
    }
}
