import JSON
import MCP

/// Legacy: the fixtures that ask the client, in a process of their own whose client says that it can be asked.
enum Dialogues {
    /// Each step with its fixture, and the arguments of the call.
    private static let fixtures: [(step: Step, tool: String, arguments: JSONObject)] = [
        (.askSampling, "test_sampling", ["prompt": "Say something"]),
        (.askElicitation, "test_elicitation", ["message": "Who are you?"]),
        (.askDefaults, "test_elicitation_sep1034_defaults", [:]),
        (.askEnums, "test_elicitation_sep1330_enums", [:]),
        (.askRoots, "test_input_required_result_list_roots", [:]),
    ]

    /// The steps that are led here.
    static let steps = Set(fixtures.map(\.step))

    /// What of it there is nothing to try for, by step.
    static func gaps(in listing: Listing?) -> [Step: String] {
        let names = Set(listing?.names ?? [])
        return fixtures.reduce(into: [:]) { gaps, fixture in
            if !names.contains(fixture.tool) {
                gaps[fixture.step] = "the server has no tool \(fixture.tool), the fixture for this"
            }
        }
    }

    /// Shakes hands as a client with every capability, and calls the fixtures that are not gaps.
    static func run<C: Clock<Duration>>(
        _ conversation: Conversation<C>,
        _ talk: Talk,
        _ revision: ProtocolRevision,
        without gaps: [Step: String],
        onStep: @Sendable (Step) -> Void
    ) async -> StepNotes {
        var notes = StepNotes()
        notes.gaps = gaps
        var params = Negotiation.params(talk, revision)
        params["capabilities"] = ["roots": [:], "sampling": [:], "elicitation": [:]]
        if revision < .june2025 {
            params["capabilities"] = ["roots": [:], "sampling": [:]]
        }
        let opened = await conversation.ask("initialize", params, id: 1, within: talk.bounds.request)
        let wanted = fixtures.filter { talk.steps.contains($0.step) && gaps[$0.step] == nil }
        guard case .result = opened.outcome else {
            for fixture in wanted {
                notes.exchanges[fixture.step] = .notSent("tools/call", "initialize had \(opened.summary)")
            }
            return notes
        }
        conversation.operate()
        await conversation.tell("notifications/initialized")
        for (index, fixture) in wanted.enumerated() {
            onStep(fixture.step)
            notes.exchanges[fixture.step] = await conversation.ask(
                "tools/call",
                ["name": .string(fixture.tool), "arguments": .object(fixture.arguments)],
                id: .integer(Int64(index + 2)),
                within: talk.bounds.request
            )
        }
        return notes
    }
}
