package import JSON
import JSONSchema
package import MCP
package import MCPConnection
package import MCPHTTP
import Wording

/// A skill as an MCP server: the same core as any other server, over any transport and in every revision.
///
/// One value serves any number of clients, which share its pacing.
package struct SkillServer: Sendable {
    /// What is served.
    package let skill: Skill
    private let caller: SkillCaller
    private let inbox: InteractionInbox?

    /// A server that sends its requests through the exchanger.
    ///
    /// Without values the tools are listed all the same, and a call says what is missing. The clock counts bounds and
    /// pauses; `now` gives seconds since 1970, for dates in headers. With an inbox there is a tool that tells what is in
    /// it.
    package init<C: Clock<Duration>>(
        _ skill: Skill,
        values: SkillValues,
        exchanger: any HTTPExchanger,
        clock: C,
        now: @escaping @Sendable () -> Double,
        inbox: InteractionInbox? = nil
    ) {
        self.skill = skill
        self.inbox = inbox
        caller = SkillCaller(skill: skill, values: values, exchanger: exchanger, time: Timekeeper(clock), now: now)
    }

    /// What the session of any transport has to know; the revisions served are the only choice.
    package func configuration(_ offer: RevisionOffer = .all) -> ServerConfiguration {
        ServerConfiguration(
            info: Implementation(
                name: skill.id,
                version: skill.version,
                title: skill.name,
                summary: skill.summary.isEmpty ? nil : skill.summary
            ),
            capabilities: ServerCapabilities(["tools": [:]]),
            instructions: skill.instructions,
            offer: offer,
            methods: ["tools/list", "tools/call"],
            caching: CachingHint(timeToLiveInMilliseconds: 300_000, scope: .everyone)
        )
    }

    /// What a transport calls; the same for every client.
    package var handlers: ServerHandlers {
        ServerHandlers { call throws(ErrorObject) in try await answer(call.context) }
    }

    /// Calls a tool without any transport in between.
    /// - Throws: `SkillFailure`, also for a tool that does not exist and for arguments that do not fit.
    package func call(_ tool: String, _ arguments: JSONObject = [:]) async throws(SkillFailure) -> SkillResult {
        guard let operation = operation(tool) else { throw SkillFailure(.toolError, unknown(tool)) }
        if let refusal = refusal(of: arguments, operation) { throw SkillFailure(.toolError, refusal) }
        return try await caller.call(operation, arguments).get()
    }

    /// Calls a tool, and puts what comes of it into the form of a revision; a failure is a result too.
    package func result(of tool: String, _ arguments: JSONObject, in revision: ProtocolRevision) async -> Members {
        do throws(SkillFailure) {
            return ToolAnswer.members(.success(try await call(tool, arguments)), in: revision)
        } catch {
            return ToolAnswer.members(.failure(error), in: revision)
        }
    }

    private func answer(_ context: RequestContext) async throws(ErrorObject) -> Members {
        switch context.method {
        case "tools/list":
            guard context.params["cursor"] == nil else {
                throw .invalidParams("cursor is none that this server gave: the list has one page")
            }
            let own = inbox == nil ? [] : [InteractionTool.json(of: skill)]
            return ["tools": .array(skill.tools.map { $0.json(for: context.revision) } + own)]
        case "tools/call":
            return try await callTool(context)
        default:
            throw .methodNotFound(context.method)
        }
    }

    private func callTool(_ context: RequestContext) async throws(ErrorObject) -> Members {
        let params = context.params
        guard let name = params["name"]?.stringValue else { throw .invalidParams("name is not a string") }
        guard let arguments = (params["arguments"] ?? [:]).objectValue else {
            throw .invalidParams("arguments is not an object")
        }
        if let inbox, name == InteractionTool.name(of: skill) {
            return try InteractionTool.answer(arguments, from: inbox, in: context.revision)
        }
        guard let operation = operation(name) else { throw .invalidParams(unknown(name)) }
        if let refusal = refusal(of: arguments, operation) {
            // Since 2025-11-25 a result that a model can learn from, before that an error.
            guard context.revision >= .november2025 else { throw .invalidParams(refusal) }
            return Members(CallToolResult(content: [.text(refusal)], isError: true).json)
        }
        return ToolAnswer.members(await caller.call(operation, arguments), in: context.revision)
    }

    private func operation(_ name: String) -> SkillOperation? {
        skill.operations.first { $0.tool.name == name }
    }

    private func unknown(_ name: String) -> String {
        let nearest = NearestName.of(name, among: skill.operations.map(\.tool.name))
        return "there is no tool \(name)" + (nearest.map { ": did you mean \($0)?" } ?? "")
    }

    /// What is wrong with arguments, all of it in one text; nil when they fit.
    private func refusal(of arguments: JSONObject, _ operation: SkillOperation) -> String? {
        let known = operation.parameters.map(\.name)
        var faults = arguments.keys.filter { !known.contains($0) }.map { name in
            let nearest = NearestName.of(name, among: known)
            let advice = nearest.map { "did you mean \($0)?" } ?? "known are \(known.joined(separator: ", "))"
            return "there is no argument \(name): \(advice)"
        }
        for violation in operation.inputSchema.validate(.object(arguments))
        where violation.keywordPath.tokens.last != "additionalProperties" || violation.keywordPath.tokens.count > 1 {
            let place = SkillField.path(of: violation.instancePath)
            let name = place.isEmpty ? "arguments" : place
            faults.append("\(name): expected \(violation.expected), found \(violation.actual)")
        }
        return faults.isEmpty ? nil : faults.joined(separator: "\n")
    }
}
