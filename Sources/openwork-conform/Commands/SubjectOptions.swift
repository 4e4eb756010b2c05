import ArgumentParser
import Conformance

/// What is checked: the command of a server or of a client, an address, or the mock.
struct SubjectOptions: ParsableArguments {
    @Flag(help: "Check the server that the command after -- starts.")
    var server = false

    @Flag(help: "Check the client that the command after -- starts, in one scenario after the other.")
    var client = false

    @Flag(help: "Check openwork-mock, which lies beside this program, in every revision.")
    var mock = false

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp("What the mock does wrong; may be repeated. openwork-mock --list-faults names them.")
    )
    var faults: [String] = []

    @Option(
        name: .customLong("env"),
        help: ArgumentHelp(
            "A variable for the server: NAME=VALUE, or NAME to pass it on. Its value is masked in reports.",
            valueName: "name[=value]"
        )
    )
    var variables: [String] = []

    @Option(help: ArgumentHelp("A file of such lines.", valueName: "file"))
    var envFile: String?

    @Option(help: ArgumentHelp("Where the server is started.", valueName: "directory"))
    var cwd: String?

    @OptionGroup var address: AddressOptions

    @Argument(
        parsing: .remaining,
        help: ArgumentHelp(
            "Integrations, each with all its servers, or ID/SERVER for one; with --server or --client, the command.",
            valueName: "id"
        )
    )
    var words: [String] = []

    /// The command that starts the server.
    var command: [String] { server || client || isElsewhere ? words : [] }

    /// The integrations that are named.
    var ids: [String] { server || client || isElsewhere ? [] : words }

    private var isElsewhere: Bool { mock || address.url != nil }

    /// Whether a server or a client of its own was named.
    var isGiven: Bool { server || client || isElsewhere || !faults.isEmpty }

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems: [String] = []
        switch (server, address.url != nil, mock) {
        case (false, false, false):
            problems.append(
                "name what to check: an integration, --all, --server -- COMMAND…, --url ADDRESS, "
                    + "--client -- COMMAND…, or --mock"
            )
        case (true, false, false):
            if command.isEmpty { problems.append("--server needs the command after --, as in: --server -- my-server") }
        case (false, true, false):
            if !variables.isEmpty || envFile != nil || cwd != nil {
                problems.append("--env, --env-file and --cwd are for --server: an address is not started")
            }
        case (false, false, true): break
        default: problems.append("--server, --url and --mock exclude each other: choose one")
        }
        if !server, !command.isEmpty {
            problems.append("only --server takes a command: \(command[0]) is one too many")
        }
        if !mock, !faults.isEmpty { problems.append("--fault is for --mock: a real server has its own") }
        problems += address.problems
        return problems + variableProblems
    }

    /// Everything wrong with the variables, in a line each.
    var variableProblems: [String] {
        variables.filter { $0.isEmpty || $0.hasPrefix("=") }.map {
            "--env \($0): a name is missing, as in --env API_KEY or --env API_KEY=…"
        }
    }
}
