import JSON
import MCP
import MCPConnection

extension EverythingConnection {
    private func prompts(in revision: ProtocolRevision) -> [PromptFixture] {
        (PromptFixture.all + (server.isGrown(.prompts) ? [.dynamic] : [])).filter { revision >= $0.since }
    }

    func listPrompts(_ call: ServerCall) throws(ErrorObject) -> Members {
        try page(prompts(in: call.context.revision).map(\.json), member: "prompts", call.context.params)
    }

    func getPrompt(_ call: ServerCall) async throws(ErrorObject) -> Members {
        let params = call.context.params
        let name = params["name"]?.stringValue ?? ""
        guard let prompt = prompts(in: call.context.revision).first(where: { $0.name == name }) else {
            throw .invalidParams("there is no prompt \(name)")
        }
        let arguments = params["arguments"]?.objectValue ?? [:]
        for argument in prompt.arguments where arguments[argument.name]?.stringValue == nil {
            throw .invalidParams("the argument \(argument.name) is missing, or not a string")
        }
        return try await perform(
            prompt.behaviour,
            FixtureUse(arguments: arguments, call: call, connection: self)
        )
    }

    /// Answers in the way of the fixture.
    func perform(_ behaviour: FixtureBehaviour, _ use: FixtureUse) async throws(ErrorObject) -> Members {
        switch behaviour {
        case .answer(let answer):
            return Members(try await answer(use))
        case .dialogue(let step):
            let runner = DialogueRunner(call: use.call, seal: server.seal, connection: self)
            return try await runner.run { dialogue throws(ErrorObject) in try step(use, dialogue) }
        case .task(let work):
            let context = use.call.context
            let isTask = context.era == .modern ? context.clientCapabilities.supportsTasks : context.taskWish != nil
            guard isTask else { return Members(try await work(use, nil)) }
            return try tasks.start(use.call, for: caller) { control throws(ErrorObject) in
                try await work(use, control)
            }
        }
    }
}
