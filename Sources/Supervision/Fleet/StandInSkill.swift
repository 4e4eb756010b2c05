import Gateway
import JSON
import MCP
import MCPConnection
package import Registry
package import Skills

/// A skill that answers calls for a server that is down, and marks which way each answer came.
package struct StandInSkill: Sendable {
    /// Where a result says which way it came: `{"kind": "server"}`, or the skill with the reason.
    package static let key = "openwork/via"

    private let server: SkillServer
    private let tools: [String: StandIn.Tool]

    /// Stands in with the tools of the skill that there really are.
    package init(_ facts: StandIn, server: SkillServer) {
        self.server = server
        let known = Set(server.skill.tools.map(\.name))
        let usable = facts.tools.filter { known.contains($0.calls) }
        tools = Dictionary(usable.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The tools of the server that can be called this way.
    var names: Set<String> { Set(tools.keys) }

    /// Whether a request can be answered this way.
    func covers(_ request: UpstreamRequest) -> Bool {
        request.method == "tools/call" && request.params["name"]?.string.map { tools[$0] != nil } ?? false
    }

    /// Answers a request that is covered; the cause goes on after the name of the integration.
    func answer(_ request: UpstreamRequest, in revision: ProtocolRevision, because cause: String) async
        -> UpstreamAnswer
    {
        guard let tool = request.params["name"]?.string.flatMap({ tools[$0] }) else { return .absent(cause) }
        var arguments = JSONObject()
        for (name, value) in request.params["arguments"]?.value.objectValue ?? [:] {
            arguments[tool.arguments[name] ?? name] = value
        }
        let members = await server.result(of: tool.calls, arguments, in: revision)
        let via: JSONValue = [
            "kind": "skill", "skill": .string(server.skill.id), "tool": .string(tool.calls),
            "because": .string("\(request.integration) \(cause)"),
        ]
        return Task.isCancelled ? .outcome(.cancelled) : .outcome(.result(.members(Self.marked(members, via))))
    }

    /// Says of an answer of the server itself that it is one, where it could have been another's.
    static func marked(_ outcome: RequestOutcome) -> RequestOutcome {
        guard case .result(let payload) = outcome, let members = payload.members else { return outcome }
        return .result(.members(marked(members, ["kind": "server"])))
    }

    private static func marked(_ members: Members, _ via: JSONValue) -> Members {
        var (members, meta) = (members, members["_meta"]?.members ?? Members())
        meta[key] = .value(via)
        members["_meta"] = .members(meta)
        return members
    }
}
