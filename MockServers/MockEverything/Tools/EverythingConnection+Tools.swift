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
        // Tools for tasks are no use to clients that know none, some of which call whatever they see.
        let listed = tools(in: revision).filter {
            $0.taskSupport == nil || call.context.clientCapabilities.supportsTasks
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
        if fixture.taskSupport == .required, !call.context.clientCapabilities.supportsTasks {
            throw .missingClientCapability(TaskExtension.required)
        }
        let arguments = params["arguments"] ?? [:]
        guard let object = arguments.objectValue else { throw .invalidParams("arguments is not an object") }
        if let refusal = try refusal(of: arguments, fixture.tool.inputSchema, call.context.revision) { return refusal }
        return try await perform(fixture.behaviour, FixtureUse(arguments: object, call: call, connection: self))
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
