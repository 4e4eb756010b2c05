import ArgumentParser

/// The live server that a recording is made of or held against.
struct FixtureServerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The server at this address, instead of a command.", valueName: "address"))
    var url: String?

    @Option(
        name: .customLong("header"),
        help: ArgumentHelp("A field for every HTTP request; its value counts as secret.", valueName: "name: value")
    )
    var headers: [String] = []

    @Option(
        name: .customLong("env"),
        help: ArgumentHelp("A variable for the server: NAME=VALUE, or NAME to pass it on.", valueName: "name[=value]")
    )
    var variables: [String] = []

    @Option(help: ArgumentHelp("A file of such lines.", valueName: "file"))
    var envFile: String?

    @Option(
        name: .customLong("secret"),
        help: ArgumentHelp(
            "One more secret: a variable of this process, or NAME=VALUE. What --env gives is secret anyway.",
            valueName: "name[=value]"
        )
    )
    var secrets: [String] = []

    @Option(
        name: .customLong("plain"),
        help: ArgumentHelp("A variable whose value is no secret and stays in the recording.", valueName: "name")
    )
    var plain: [String] = []

    @Option(help: ArgumentHelp("Where the server is started.", valueName: "directory"))
    var cwd: String?

    @Option(help: ArgumentHelp("Hold the conversation in this revision only.", valueName: "date"))
    var revision: String?

    @Option(help: ArgumentHelp("Seconds that each answer may take.", valueName: "seconds"))
    var timeout: Double = 30

    @Flag(help: "Take addresses of mail out of the recording.")
    var redactEmails = false

    @Flag(help: "Take long numbers and UUIDs out of the recording.")
    var redactIds = false

    @Argument(parsing: .postTerminator, help: ArgumentHelp("The command that starts the server.", valueName: "command"))
    var command: [String] = []

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems: [String] = []
        switch (url, command.isEmpty) {
        case (nil, true): problems.append("name the server: -- COMMAND ARG…, or --url ADDRESS")
        case (_?, false): problems.append("--url and a command exclude each other: choose one")
        default: break
        }
        return problems + optionProblems
    }

    /// What is wrong apart from which server it is, in a line each.
    var optionProblems: [String] {
        var problems: [String] = []
        if url == nil, !headers.isEmpty { problems.append("--header is for --url: a command gets --env") }
        problems += headers.filter { !$0.contains(":") }.map { _ in
            "--header needs a name and a value, as in --header 'Authorization: Bearer …'"
        }
        problems += variables.filter { $0.isEmpty || $0.hasPrefix("=") }.map { _ in
            "--env needs a name, as in --env API_KEY or --env API_KEY=…"
        }
        if !(timeout > 0 && timeout <= 3600) {
            problems.append("--timeout \(timeout): give seconds between 0 and 3600, as in --timeout 5")
        }
        return problems
    }
}
