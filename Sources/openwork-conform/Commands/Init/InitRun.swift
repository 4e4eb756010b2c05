import ArgumentParser
import Conformance
import Drift
import Fixtures
import Redaction
import Glibc
import JSON
import MCP
import MCPConnection
import MCPHTTP
import Recording
import Registry
import Scaffolding

/// Starts the server as often as needed, asks the person, and gathers everything that is to be written.
struct InitRun: Sendable {
    let options: InitOptions
    let server: FixtureServerOptions
    let console: Console

    /// What came of it; nil when the person left.
    func gather() async throws -> InitResult? {
        let environment = inheritedEnvironment()
        let given = try ServerVariables(server.variables, file: server.envFile, environment).values
        let first = try await conversation(.tools, given)
        guard let tools = CueBook(first.fixture).tools else {
            throw LiveListing.Failure(description: first.reason)
        }
        let known = SubjectOfInit(options, server, first.info)
        console.note(
            "\(known.suggestedName): \(tools.count) tools, revision \(first.fixture.header.revision ?? "none")"
        )
        guard let answers = await answers(known, ProbeCandidate.ranked(tools)) else { return nil }
        let values = given.merging(environment.filter { (answers.credentials ?? []).contains($0.key) }) { given, _ in
            given
        }
        var draft = known.draft(answers, tools: tools, values: values)
        var result = InitResult(draft: draft, output: options.output)
        result.add(first)
        try await callProbe(&draft, answers, values, &result)
        result.draft = draft
        return result
    }

    /// Asks, or takes what can be known without asking.
    private func answers(_ known: SubjectOfInit, _ ranked: [ProbeCandidate]) async -> Interview.Answers? {
        if let probe = options.probe, !ranked.contains(where: { $0.tool == probe }) {
            console.note("the server lists no \(probe): the probe is left out")
        }
        let interview = Interview(options.answers, suggestedName: known.suggestedName, candidates: ranked)
        guard !console.asks else { return await console.hold(interview) }
        let answers = interview.unasked
        if answers.probe?.isEmpty ?? true, !options.noProbe, let best = ranked.first(where: \.looksHarmless) {
            console.note(
                "no tool was called; the best one to call: --probe \(best.tool) (\(best.reasons.joined(separator: ", ")))"
            )
        }
        return answers
    }

    private func callProbe(
        _ draft: inout EntryDraft,
        _ answers: Interview.Answers,
        _ values: [String: String],
        _ result: inout InitResult
    ) async throws {
        guard let tool = answers.probe, !tool.isEmpty else { return }
        let call = RecordScenario.Call(tool: tool, arguments: answers.arguments ?? [:])
        var probe = Probe(tool, arguments: call.arguments)
        probe.isReadOnly = !(draft.entry.tools.first { $0.name == tool }?.isReadOnly ?? false)
        draft.probe = probe
        let credentials = draft.credentials
        if credentials.allSatisfy({ values[$0] != nil }) {
            let good = try await conversation(.probe, values, call, .probeOK)
            result.add(good)
            if good.refusal == nil,
                let answer = CueBook(good.fixture).cues.last(where: { $0.form.method == "tools/call" })
            {
                draft.probe?.expect = ProbeExpectation.questions(to: answer.answer?["result"] ?? nil)
            }
        }
        guard !credentials.isEmpty else { return }
        let without = values.filter { !credentials.contains($0.key) }
        let missing = try await conversation(.probe, without, call, .credentialMissing)
        result.add(missing)
        if missing.refusal == nil {
            draft.reactions[.missing] = ReactionDraft(missing.fixture, means: .credentialMissing)
        }
        guard options.tryWrong else { return }
        let bad = Dictionary(uniqueKeysWithValues: credentials.map { ($0, "wrong-credential-1") })
        let wrong = try await conversation(.probe, without.merging(bad) { $1 }, call, .credentialWrong)
        result.add(wrong)
        if wrong.refusal == nil { draft.reactions[.invalid] = ReactionDraft(wrong.fixture, means: .credentialInvalid) }
    }

    /// Starts the server once, with these variables only, and holds one conversation.
    private func conversation(
        _ scenario: RecordScenario,
        _ variables: [String: String],
        _ call: RecordScenario.Call? = nil,
        _ kind: FixtureKind = .tools
    ) async throws -> InitConversation {
        var options = server
        options.envFile = nil
        options.variables = variables.map { "\($0.key)=\($0.value)" }.sorted()
        let live = try LiveServer(options, environment: inheritedEnvironment())
        let tape = Tape(live.scrubber, clock: ContinuousClock())
        let recorder = Recorder(
            scenario,
            calls: [call].compactMap(\.self),
            configuration: live.configuration,
            tape: tape
        )
        switch live.way {
        case .command(let command):
            do throws(LaunchError) {
                try await recorder.record(command, clock: ContinuousClock())
            } catch {
                throw LiveListing.Failure(description: "\(error)")
            }
        case .address(let settings):
            let fault = try await HTTPPool.with { pool in
                await recorder.record(settings, exchanger: pool, clock: ContinuousClock())
            }
            if let fault { throw LiveListing.Failure(description: "\(settings.address.origin): \(fault)") }
        }
        let today = CalendarDay(secondsSinceEpoch: time(nil))
        let header = FixtureHeader(
            kind: kind,
            server: live.description,
            transport: server.url == nil ? .stdio : .http,
            recordedAt: today,
            expires: today.adding(days: 180)
        )
        return try InitConversation(tape, header, probe: call?.tool)
    }
}
