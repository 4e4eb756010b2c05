import ArgumentParser
import Fixtures
import Glibc
import JSON
import Recording
import Registry

/// What is recorded, and how it is filed.
struct RecordOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The entry of the registry that the server belongs to.", valueName: "id"))
    var integration: String?

    @Option(
        help: ArgumentHelp(
            "Where the recording goes: a file, or a folder and a slash. Without it, standard output.",
            valueName: "file"
        )
    )
    var output: String?

    @Option(help: ArgumentHelp("What our client does: handshake, tools, probe or full.", valueName: "name"))
    var scenario: RecordScenario = .tools

    @Option(
        name: .customLong("tool"),
        help: ArgumentHelp("The tool that probe and full call; may be repeated.", valueName: "name")
    )
    var tools: [String] = []

    @Option(
        name: .customLong("arguments"),
        help: ArgumentHelp("Its arguments, a JSON object; one for each --tool, in order.", valueName: "json")
    )
    var arguments: [String] = []

    @Option(help: ArgumentHelp("What the call shows: ok, credential_missing or credential_invalid.", valueName: "what"))
    var expect: Expectation = .ok

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp("What the recording is filed as, where the scenario does not tell.", valueName: "kind")
    )
    var kindName: String?

    @Flag(help: "Record what another client does: stand in front of the server, on stdio or on --port.")
    var proxy = false

    @Option(help: "The port on 127.0.0.1 for --proxy with --url; 0 takes any that is free.")
    var port = 0

    @Option(help: ArgumentHelp("The package with its registry, such as pypi:mcp-server-time.", valueName: "name"))
    var package: String?

    @Option(help: ArgumentHelp("Its version; by default the one that the server gives itself.", valueName: "version"))
    var packageVersion: String?

    @Option(help: ArgumentHelp("Days for which the recording is believed.", valueName: "days"))
    var expires = 180

    @Option(help: ArgumentHelp("A sentence for whoever relies on it.", valueName: "text"))
    var note: String?

    @Option(
        help: ArgumentHelp(
            "When to record: all (always), once (no file yet), new (what is not in the file yet), none (never).",
            valueName: "mode"
        )
    )
    var mode: RecordMode = .all

    @Flag(help: "Declare roots, sampling and elicitation, and answer what the server asks.")
    var answerRequests = false

    @Flag(help: "Record a refusal that cannot be told from a success.")
    var acceptUnclear = false

    /// What a call is to show.
    enum Expectation: String, ExpressibleByArgument, CaseIterable {
        case ok
        case credentialMissing = "credential_missing"
        case credentialInvalid = "credential_invalid"
    }

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems: [String] = []
        if scenario == .probe, tools.isEmpty, !proxy, expect == .ok {
            problems.append("--scenario probe needs --tool NAME, and --arguments JSON where it takes some")
        }
        if arguments.count > tools.count { problems.append("--arguments belongs to --tool: there are more of them") }
        for text in arguments where Self.object(text) == nil {
            problems.append("--arguments \(text) is no JSON object: write one, as in '{\"timezone\": \"UTC\"}'")
        }
        if expires < 1 { problems.append("--expires \(expires): give a number of days, 1 or more") }
        if !(0...65_535).contains(port) { problems.append("--port \(port) is none: give 0 to 65535") }
        if proxy, output == nil { problems.append("--proxy needs --output FILE: standard output is the client's") }
        return problems
    }

    /// The calls with their arguments.
    var calls: [RecordScenario.Call] {
        tools.enumerated().map { index, tool in
            let object = index < arguments.count ? Self.object(arguments[index]) : nil
            return RecordScenario.Call(tool: tool, arguments: object ?? [:])
        }
    }

    /// What the recording is filed as.
    var kind: FixtureKind {
        if let kindName { return FixtureKind(rawValue: kindName) }
        switch expect {
        case .credentialMissing: return .credentialMissing
        case .credentialInvalid: return .credentialWrong
        case .ok: break
        }
        if proxy { return .session }
        return switch scenario {
        case .handshake: .handshake
        case .tools: .tools
        case .probe: .probeOK
        case .full: .session
        }
    }

    var judge: AnswerJudge {
        var judge = entryJudge ?? .plain
        judge.acceptsUnclear = acceptUnclear
        return judge
    }

    /// What the entry of the integration says that its server does; nil when there is no such entry.
    private var entryJudge: AnswerJudge? {
        // An entry that cannot be read is lint's to report, and says nothing here.
        guard let integration, let entry = try? ShippedFiles.find()?.entry(integration) else { return nil }
        let name = package?.split(separator: ":").last.map(String.init)
        let server = entry.servers.first { $0.package != nil && $0.package == name } ?? entry.preferredServer
        return server.map { .entry(entry, server: $0, isMissing: kind == .credentialMissing) }
    }

    func header(_ live: LiveServer) -> FixtureHeader {
        var server = live.description
        server.package = package
        server.version = packageVersion
        let today = CalendarDay(secondsSinceEpoch: time(nil))
        let transport: FixtureHeader.Transport = if case .address = live.way { .http } else { .stdio }
        return FixtureHeader(
            integration: integration,
            kind: kind,
            server: server,
            transport: transport,
            recordedAt: today,
            expires: today.adding(days: expires),
            note: note
        )
    }

    private static func object(_ text: String) -> JSONObject? {
        // Why it is none is said by `problems`.
        (try? JSONValue(parsing: text))?.objectValue
    }
}

extension RecordScenario: ExpressibleByArgument {}
