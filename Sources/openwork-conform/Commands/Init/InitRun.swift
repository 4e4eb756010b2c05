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
    /// What stands where the credential was, to see what is said then.
    static let wrongCredential = "wrong-credential-1"

    private let options: InitOptions
    private let server: FixtureServerOptions
    private let package: InitPackage?
    private let console: Console

    /// Takes what was installed for it; nil where the server is given.
    init(_ options: InitOptions, _ server: FixtureServerOptions, _ package: InitPackage?, _ console: Console) {
        self.options = options
        self.package = package
        self.console = console
        var server = server
        if let package { server.command = package.command }
        self.server = server
    }

    /// What came of it; nil when the person left.
    func gather() async throws -> InitResult? {
        let environment = inheritedEnvironment()
        let given = try ServerVariables(server.variables, file: server.envFile, environment).values
        let named = given.merging(environment.filter { options.credentials.contains($0.key) }) { given, _ in given }
        let first = try await conversation(.tools, named, server.headers)
        guard let tools = CueBook(first.fixture).tools else {
            throw LiveListing.Failure(description: first.reason)
        }
        let known = SubjectOfInit(options, server, package, first.info)
        console.note(
            "\(known.suggestedName): \(tools.count) tools, revision \(first.fixture.header.revision ?? "none")"
        )
        let ranked = ProbeCandidate.ranked(tools)
        let headers = InitHeaders(server, id: options.id ?? EntryDraft.identifier(from: known.suggestedName))
        guard var answers = await answers(known, ranked, headers.unnamed(beside: named)) else { return nil }
        var values = given.merging(environment.filter { (answers.credentials ?? []).contains($0.key) }) { given, _ in
            given
        }
        // What stands in a field of the request is a credential, even where nobody said so.
        let assigned = headers.assigned(answers.credentials ?? [], values)
        values.merge(assigned) { known, _ in known }
        answers.credentials =
            (answers.credentials ?? [])
            + assigned.keys.sorted().filter { name in
                !(answers.credentials ?? []).contains(name)
            }
        var draft = known.draft(answers, tools: tools, values: values)
        var result = InitResult(draft: draft, output: options.output)
        result.add(first)
        let contact = Contact(values: values, credentials: draft.credentials, headers: headers)
        try await settleProbe(&draft, answers, ranked, contact, &result)
        result.draft = draft
        return result
    }

    /// Asks, or takes what can be known without asking.
    private func answers(
        _ known: SubjectOfInit,
        _ ranked: [ProbeCandidate],
        _ credentials: [String]
    ) async -> Interview.Answers? {
        if let probe = options.probe, !ranked.contains(where: { $0.tool == probe }) {
            console.note("the server lists no \(probe): the probe is left out")
        }
        let interview = Interview(
            options.answers,
            suggestedName: known.suggestedName,
            suggestedCredentials: credentials,
            candidates: ranked
        )
        guard !console.asks else { return await console.hold(interview) }
        let answers = interview.unasked
        if answers.probe?.isEmpty ?? true, !options.noProbe, let best = ranked.first(where: \.looksHarmless) {
            console.note(
                "no tool was called; the best one to call: --probe \(best.tool) (\(best.reasons.joined(separator: ", ")))"
            )
        }
        return answers
    }

    /// What the server is given: everything, nothing of the credentials, or something else in their place.
    private struct Contact {
        let values: [String: String]
        let credentials: [String]
        let headers: InitHeaders

        var secrets: [String] { credentials.compactMap { values[$0] } }
        var without: [String: String] { values.filter { !credentials.contains($0.key) } }
        var wrong: [String: String] {
            without.merging(credentials.map { ($0, InitRun.wrongCredential) }) { $1 }
        }
    }

    /// Calls the tool that was chosen; where nobody chose one, up to three, until one answers well.
    private func settleProbe(
        _ draft: inout EntryDraft,
        _ answers: Interview.Answers,
        _ ranked: [ProbeCandidate],
        _ contact: Contact,
        _ result: inout InitResult
    ) async throws {
        guard let chosen = answers.probe, !chosen.isEmpty else { return }
        var calls = [RecordScenario.Call(tool: chosen, arguments: answers.arguments ?? [:])]
        if options.probe == nil, !console.asks, draft.credentials.isEmpty {
            let others = ranked.filter { $0.isReadOnly && $0.missing.isEmpty && $0.tool != chosen }.prefix(2)
            calls += others.map { RecordScenario.Call(tool: $0.tool, arguments: $0.arguments) }
        }
        for (index, call) in calls.enumerated() {
            let good = try await callProbe(&draft, call, contact)
            guard let refusal = good?.refusal, index < calls.count - 1 else {
                if let good { result.add(good) }
                break
            }
            console.note("\(call.tool) is no probe: \(refusal)")
        }
        guard let tool = draft.probe?.tool, !draft.credentials.isEmpty else { return }
        try await callRefused(&draft, calls.first { $0.tool == tool } ?? calls[0], contact, &result)
    }

    /// The call with everything that the server needs; nil where a credential is lacking.
    private func callProbe(
        _ draft: inout EntryDraft,
        _ call: RecordScenario.Call,
        _ contact: Contact
    ) async throws -> InitConversation? {
        var probe = Probe(call.tool, arguments: call.arguments)
        probe.isReadOnly = !(draft.entry.tools.first { $0.name == call.tool }?.isReadOnly ?? false)
        draft.probe = probe
        guard contact.secrets.count == contact.credentials.count else { return nil }
        let good = try await conversation(.probe, contact.values, server.headers, call, .probeOK)
        if good.refusal == nil,
            let answer = CueBook(good.fixture).cues.last(where: { $0.form.method == "tools/call" })
        {
            draft.probe?.expect = ProbeExpectation.questions(to: answer.answer?["result"] ?? nil)
        }
        return good
    }

    /// The same call without the credential, and where it is wanted with a wrong one.
    private func callRefused(
        _ draft: inout EntryDraft,
        _ call: RecordScenario.Call,
        _ contact: Contact,
        _ result: inout InitResult
    ) async throws {
        let bare = contact.headers.without(contact.secrets)
        let missing = try await conversation(.probe, contact.without, bare, call, .credentialMissing)
        result.add(missing)
        if missing.refusal == nil {
            draft.reactions[.missing] = ReactionDraft(missing.fixture, means: .credentialMissing)
        }
        guard options.tryWrong else { return }
        let other = contact.headers.replacing(contact.secrets, with: Self.wrongCredential)
        let wrong = try await conversation(.probe, contact.wrong, other, call, .credentialWrong)
        result.add(wrong)
        if wrong.refusal == nil { draft.reactions[.invalid] = ReactionDraft(wrong.fixture, means: .credentialInvalid) }
    }

    /// Starts the server once, with these variables only, and holds one conversation.
    private func conversation(
        _ scenario: RecordScenario,
        _ variables: [String: String],
        _ headers: [String],
        _ call: RecordScenario.Call? = nil,
        _ kind: FixtureKind = .tools
    ) async throws -> InitConversation {
        var options = server
        options.envFile = nil
        options.headers = headers
        options.variables = variables.map { "\($0.key)=\($0.value)" }.sorted()
        let live = try LiveServer(options, environment: inheritedEnvironment(), prefix: package?.folder)
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
            // Without the credential, to be turned away is what was to be seen.
            if let fault, kind == .tools {
                throw LiveListing.Failure(
                    description: "\(settings.address.origin): \(fault)\(Self.fix(fault, options))"
                )
            }
        }
        let today = CalendarDay(secondsSinceEpoch: time(nil))
        let header = FixtureHeader(
            kind: kind,
            server: package.map { FixtureServer(command: $0.shownCommand) } ?? live.description,
            transport: server.url == nil ? .stdio : .http,
            recordedAt: today,
            expires: today.adding(days: 180)
        )
        return try InitConversation(tape, header, probe: call?.tool)
    }
    private static func fix(_ fault: HTTPFault, _ server: FixtureServerOptions) -> String {
        guard case .unauthorized = fault else { return "" }
        return server.headers.isEmpty
            ? ": give them, as in --header \"Authorization: Bearer $TOKEN\" --credential TOKEN"
            : ": it does not take what --header gives"
    }
}
