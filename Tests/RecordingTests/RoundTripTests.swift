import Drift
import Fixtures
import HTTPTestSupport
import JSON
import MCP
import MCPConnection
import MCPHTTP
import Recording
import Redaction
import Testing
import TestSupport

@Suite("From a recording to a replay and back", .timeLimit(.minutes(2)))
struct RoundTripTests {
    static let calls: [RecordScenario.Call] = [
        .init(tool: "test_simple_text"), .init(tool: "test_tool_with_logging"), .init(tool: "test_tool_with_progress"),
        .init(tool: "test_sampling", arguments: ["prompt": "Say something"]),
        .init(tool: "test_elicitation", arguments: ["message": "Who are you?"]),
        .init(tool: "test_error_handling"), .init(tool: "test_trigger_tool_change"), .init(tool: "test_image_content"),
    ]

    static let legacyOnly: Set = ["sampling/createMessage", "elicitation/create"]

    private static func header(_ transport: FixtureHeader.Transport) -> FixtureHeader {
        FixtureHeader(kind: .session, transport: transport, recordedAt: CalendarDay(daysSinceEpoch: 20_000))
    }

    private static func recorder(_ revision: ProtocolRevision, _ tape: Tape) -> Recorder {
        Recorder(
            .full,
            calls: calls,
            configuration: Stage.configuration(.only(revision)),
            answersRequests: true,
            tape: tape
        )
    }

    private static func overStdio(_ server: StdioServer, _ revision: ProtocolRevision) async throws -> Fixture {
        let tape = Tape(Scrubber(), clock: ContinuousClock())
        try await recorder(revision, tape).record(server, clock: ContinuousClock())
        return try Stage.judged(try tape.finished(header(.stdio)))
    }

    private static func overHTTP(_ address: String, _ revision: ProtocolRevision) async throws -> Fixture {
        let tape = Tape(Scrubber(), clock: ContinuousClock())
        let settings = HTTPClientSettings(address: try HTTPAddress(address))
        _ = try await HTTPPool.with { pool in
            await recorder(revision, tape).record(settings, exchanger: pool, clock: ContinuousClock())
        }
        return try Stage.judged(try tape.finished(header(.http)))
    }

    private static let revisions: [ProtocolRevision] = [.november2024, .june2025, .november2025, .july2026]

    @Test("over pipes a client sees the same of the replay as of the server", arguments: revisions)
    func stdio(_ revision: ProtocolRevision) async throws {
        let live = try Stage.server("openwork-mock-everything", ["everything"])
        let recorded = try await Self.overStdio(live, revision)
        let folder = try FixtureFolder()
        let file = try folder.file("session.jsonl", recorded.text)
        let replay = try Stage.server("openwork-mock", ["--replay", file])
        let replayed = try await Self.overStdio(replay, revision)
        #expect(Conversation(replayed) == Conversation(recorded))
        #expect(recorded.header.revision == revision.rawValue)
        let heard = Conversation(recorded).announcements
        #expect(heard.contains("notifications/progress"))
        if revision.era == .legacy {
            #expect(heard.contains("notifications/message"))
            #expect(heard.contains("notifications/tools/list_changed"))
            #expect(heard.contains("sampling/createMessage"))
        } else {
            #expect(recorded.text.contains("inputResponses"))
        }
        #expect(try await Self.differences(recorded, replay, revision) == [])
        #expect(try await Self.differences(recorded, live, revision) == [])
    }

    @Test("over HTTP a client sees the same of the replay as of the server", arguments: revisions.dropFirst())
    func http(_ revision: ProtocolRevision) async throws {
        let recorded = try await Stage.withEverything(.all) { try await Self.overHTTP($0, revision) }
        #expect(recorded.text.contains("text/event-stream"))
        let replayed = try await Stage.withReplay(recorded) { try await Self.overHTTP($0, revision) }
        #expect(Conversation(replayed) == Conversation(recorded))
        #expect(Conversation(recorded).announcements.contains("notifications/progress"))
        let differences = try await Stage.withReplay(recorded) { address in
            let settings = HTTPClientSettings(address: try HTTPAddress(address))
            return try await HTTPPool.with { pool in
                let check = Verification(recorded)
                return try await withJudgedHTTPClient(
                    settings,
                    exchanger: pool,
                    configuration: Stage.configuration(.only(revision)),
                    handlers: check.handlers,
                    clock: ContinuousClock()
                ) { client, _ in await check.run(client) }.run.value
            }
        }
        #expect(differences == [])
    }

    @Test("a recording over pipes can be served over HTTP, and the other way round")
    func crossing() async throws {
        let live = try Stage.server("openwork-mock-everything", ["everything"])
        let piped = try await Self.overStdio(live, .june2025)
        let served = try await Stage.withReplay(piped) { try await Self.overHTTP($0, .june2025) }
        #expect(Self.answers(served) == Self.answers(piped))
        let folder = try FixtureFolder()
        let file = try folder.file("session.jsonl", served.text)
        let back = try await Self.overStdio(try Stage.server("openwork-mock", ["--replay", file]), .june2025)
        #expect(Self.answers(back) == Self.answers(piped))
    }

    private static func answers(_ fixture: Fixture) -> [String] {
        CueBook(fixture).cues.filter { $0.id != nil }.map { $0.form.method + ($0.answer?["result"]?.text() ?? "") }
    }

    private static func differences(
        _ fixture: Fixture,
        _ server: StdioServer,
        _ revision: ProtocolRevision
    ) async throws -> [DriftFinding] {
        let check = Verification(fixture)
        let judge = WireJudge()
        defer { judge.report() }
        return try await withStdioClient(
            server,
            configuration: Stage.configuration(.only(revision)),
            handlers: check.handlers,
            tap: judge.tap,
            clock: ContinuousClock()
        ) { client in await check.run(client) }.value
    }
}
