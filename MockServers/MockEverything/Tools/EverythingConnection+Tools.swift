import JSON
import JSONSchema
import MCP
import MCPConnection

extension EverythingConnection {
    private func tools(in revision: ProtocolRevision) -> [ToolFixture] {
        (ToolFixture.all + (server.isGrown(.tools) ? [.dynamic] : [])).filter { revision >= $0.since }
    }

    func listTools(_ call: ServerCall) throws(ErrorObject) -> Members {
        let revision = call.context.revision
        // Tools for tasks are no use to clients that know none, some of which call whatever they see. A client of
        // 2025-11-25 does not say whether it does, so it sees those that it may call either way.
        let knowsTasks = call.context.clientCapabilities.supportsTasks
        let listed = tools(in: revision).filter { fixture in
            switch fixture.taskSupport {
            case nil: true
            case .optional? where revision == .november2025: true
            case _?: revision.era == .modern && knowsTasks
            }
        }
        var result = try page(listed.map { $0.tool.json(for: revision) }, member: "tools", call.context.params)
        // Clients that declare other things see another list, so nobody may keep it for others.
        if revision.era == .modern { result["cacheScope"] = .value(.string(CachingHint.Scope.caller.rawValue)) }
        return result
    }

    func callTool(_ call: ServerCall) async throws(ErrorObject) -> Members {
        let params = call.context.params
        let name = params["name"]?.stringValue ?? ""
        guard let fixture = tools(in: call.context.revision).first(where: { $0.tool.name == name }) else {
            throw .invalidParams("there is no tool \(name)")
        }
        try checkTaskSupport(of: fixture, call.context)
        let arguments = params["arguments"] ?? [:]
        guard let object = arguments.objectValue else { throw .invalidParams("arguments is not an object") }
        if let refusal = try refusal(of: arguments, fixture.tool.inputSchema, call.context.revision) { return refusal }
        return try await perform(fixture.behaviour, FixtureUse(arguments: object, call: call, connection: self))
    }

    /// Refuses a call that has to become a task and may not, or the other way round.
    private func checkTaskSupport(of fixture: ToolFixture, _ context: RequestContext) throws(ErrorObject) {
        if context.era == .modern {
            guard fixture.taskSupport == .required, !context.clientCapabilities.supportsTasks else { return }
            throw .missingClientCapability(TaskExtension.required)
        }
        let isWanted = context.taskWish != nil
        switch fixture.taskSupport {
        case .required? where !isWanted: throw ErrorObject(.methodNotFound, "\(fixture.tool.name) runs as a task only")
        case nil where isWanted, .forbidden? where isWanted:
            throw ErrorObject(.methodNotFound, "\(fixture.tool.name) does not run as a task")
        default: return
        }
    }

    /// What is wrong with arguments: since 2025-11-25 a result that a model can learn from, before that an error.
    private func refusal(
        of arguments: JSONValue,
        _ schema: JSONValue,
        _ revision: ProtocolRevision
    ) throws(ErrorObject) -> Members? {
        let violations: [SchemaViolation]
        do {
            violations = try JSONSchema(schema).validate(arguments)
        } catch {
            throw ErrorObject(.internalError, "The input schema is not valid: \(error)")
        }
        guard let first = violations.first else { return nil }
        let text = "arguments\(first.instancePath) should be \(first.expected), and is \(first.actual)"
        guard revision >= .november2025 else { throw .invalidParams(text) }
        return Members(ToolFixture.text(text, isError: true))
    }
}
