import JSON
import MCP

/// The legacy handshake with a revision that does not exist, word by word, in a process of its own.
enum Negotiation {
    /// A date before there was any revision.
    static let inventedRevision = "1999-12-31"

    /// The parameters of `initialize`.
    static func params(_ talk: Talk, _ revision: ProtocolRevision) -> JSONObject {
        params(talk, version: revision.rawValue, revision)
    }

    /// Asks for the invented revision, and pings before saying that the client is ready.
    static func run<C: Clock<Duration>>(
        _ conversation: Conversation<C>,
        _ talk: Talk,
        onStep: @Sendable (Step) -> Void
    ) async -> StepNotes {
        var notes = StepNotes()
        onStep(.unknownRevision)
        let params = params(talk, version: inventedRevision, .latestLegacy)
        let answer = await conversation.ask("initialize", params, id: 1, within: talk.bounds.request)
        notes.exchanges[.unknownRevision] = answer
        guard talk.steps.contains(.earlyPing) else {
            return notes
        }
        guard case .result = answer.outcome else {
            notes.exchanges[.earlyPing] = .notSent("ping", "initialize with an unknown revision had no result")
            return notes
        }
        onStep(.earlyPing)
        notes.exchanges[.earlyPing] = await conversation.ask("ping", nil, id: 2, within: talk.bounds.request)
        conversation.operate()
        await conversation.tell("notifications/initialized")
        return notes
    }

    private static func params(_ talk: Talk, version: String, _ revision: ProtocolRevision) -> JSONObject {
        [
            "protocolVersion": .string(version),
            "capabilities": [:],
            "clientInfo": talk.info.json(for: revision),
        ]
    }
}
