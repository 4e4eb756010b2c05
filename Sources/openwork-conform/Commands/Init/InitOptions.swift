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
            "The package that the command comes from: pypi:NAME or npm:NAME, with @VERSION.",
            valueName: "name"
        )
    )
    var package: String?

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
        let words = parts[1].dropFirst().split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[1].prefix(1)) + (words.first ?? "")
        return IntegrationServer(kind, package: name, version: words.count > 1 ? String(words[1]) : nil)
    }
}
