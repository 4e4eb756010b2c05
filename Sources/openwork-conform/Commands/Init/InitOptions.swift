import ArgumentParser
import Conformance
import Fixtures
import JSON
import MCP
import MCPConnection
import Registry
import Scaffolding

/// What `init` is told by flags; everything else is asked, or left for later.
struct InitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The id of the entry; by default made of the package's or the server's name.",
            valueName: "id"
        )
    )
    var id: String?

    @Option(help: ArgumentHelp("What people call it.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("What agents do with it, in a sentence of your own.", valueName: "text"))
    var description: String?

    @Option(
        help: ArgumentHelp(
            "The package: pypi:NAME or npm:NAME, with @VERSION. Without a command it is installed for this, and what "
                + "follows -- are arguments of its program.",
            valueName: "name"
        )
    )
    var package: String?

    @Flag(help: "Install the package although words that look like a command follow: all of them are arguments.")
    var install = false

    @Option(
        name: .customLong("constraint"),
        help: ArgumentHelp("One more requirement of the package, such as 'mcp<2'; may be repeated.", valueName: "pin")
    )
    var constraints: [String] = []

    @Option(help: ArgumentHelp("Which of the programs of the package is the server.", valueName: "name"))
    var executable: String?

    @Option(
        help: ArgumentHelp(
            "Where the package is installed and kept; without it, a folder that is removed again.",
            valueName: "folder"
        )
    )
    var prefix: String?

    @Flag(help: "Let pip build what its index has as source only; this runs code of the package.")
    var allowBuild = false

    @Option(
        name: .customLong("credential"),
        help: ArgumentHelp(
            "A variable that holds a credential; may be repeated. Its value comes from --env or here.",
            valueName: "name"
        )
    )
    var credentials: [String] = []

    @Flag(help: "The server needs no credential.")
    var noCredential = false

    @Option(help: ArgumentHelp("The tool that shows that it works.", valueName: "name"))
    var probe: String?

    @Flag(help: "Call no tool.")
    var noProbe = false

    @Option(help: ArgumentHelp("What to call it with, a JSON object.", valueName: "json"))
    var arguments: String?

    @Flag(help: "Also record what the server does with a credential that is wrong; this reaches the vendor.")
    var tryWrong = false

    @Option(
        help: ArgumentHelp(
            "Where to write; by default ./ID, or the places of a checkout of OpenWork.",
            valueName: "folder"
        )
    )
    var output: String?

    @Flag(help: "Replace what is there and says something else.")
    var force = false

    @Flag(help: "Ask nothing.")
    var yes = false

    @Flag(help: "Ask although this is no terminal.")
    var interactive = false

    @Flag(help: "Write only, and check nothing.")
    var skipChecks = false

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems: [String] = []
        if noCredential, !credentials.isEmpty { problems.append("--credential and --no-credential exclude each other") }
        if noProbe, probe != nil { problems.append("--probe and --no-probe exclude each other") }
        if yes, interactive { problems.append("--yes and --interactive exclude each other") }
        if arguments != nil, probe == nil { problems.append("--arguments belongs to --probe: name the tool") }
        if arguments != nil, callArguments == nil {
            problems.append("--arguments is no JSON object: write one, as in '{\"limit\": 1}'")
        }
        if let package, Self.server(ofPackage: package) == nil {
            problems.append("--package \(package): write pypi:NAME or npm:NAME, with @VERSION where it is known")
        }
        return problems
    }

    /// Whether the package is to be installed here: no command says how it is started.
    func installs(_ server: FixtureServerOptions) -> Bool {
        server.url == nil && package != nil && (install || server.command.first?.hasPrefix("-") ?? true)
    }

    /// Everything wrong with these options beside those of the server, in a line each.
    func problems(beside server: FixtureServerOptions) -> [String] {
        if installs(server) { return problems + server.optionProblems }
        var problems = problems
        if server.url == nil, server.command.isEmpty {
            problems.append("name the server: --package pypi:NAME or npm:NAME, or -- COMMAND ARG…, or --url ADDRESS")
            problems += server.optionProblems
        } else {
            problems += server.problems
        }
        let idle = [
            ("--install", install), ("--executable", executable != nil), ("--prefix", prefix != nil),
            ("--allow-build", allowBuild),
        ]
        problems += idle.filter(\.1).map { name, _ in
            "\(name) is for a package that is installed here: give --package, and no command of your own"
        }
        if !constraints.isEmpty, package == nil { problems.append("--constraint belongs to --package: name it") }
        return problems
    }

    var callArguments: JSONObject? {
        // Why it is none is said by `problems`.
        arguments.flatMap { try? JSONValue(parsing: $0) }?.objectValue
    }

    /// What does not have to be asked.
    var answers: Interview.Answers {
        var answers = Interview.Answers()
        answers.id = id
        answers.name = name
        answers.summary = description
        if noCredential || !credentials.isEmpty { answers.credentials = credentials }
        if noProbe { answers.probe = "" }
        if let probe { answers.probe = probe }
        answers.arguments = noProbe ? [:] : callArguments
        return answers
    }

    /// Takes `pypi:name@1.2.3` apart.
    static func server(ofPackage text: String) -> IntegrationServer? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = ServerKind(rawValue: parts[0]), kind == .pypi || kind == .npm else {
            return nil
        }
        // The first letter may be the @ of a scope; pip writes two equal signs before a version.
        let rest = kind == .pypi ? parts[1].replacing("==", with: "@") : parts[1]
        let words = rest.dropFirst().split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(rest.prefix(1)) + (words.first ?? "")
        let version = words.count > 1 && !words[1].isEmpty ? String(words[1]) : nil
        return IntegrationServer(kind, package: name, version: version)
    }
}
