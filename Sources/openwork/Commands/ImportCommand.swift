import ArgumentParser
import ClientFiles
import DaemonAPI
import JSON
import Registry

/// `import`: the servers that other clients already use.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over the servers that Claude, Cursor, VS Code, Codex and OpenClaw already use.",
        discussion: """
            Finds the files of all these clients, shows what would become of each server, and asks:
              openwork import
              openwork import --from cursor
              openwork import --from vscode .vscode/mcp.json

            A server that the catalogue knows, by package, command or address, becomes that integration with the settings
            of the file; another becomes an entry of your own. Secrets show as dots. What is in use already is left alone.

            Without asking, and for programs:
              openwork import --yes
              openwork import --dry-run --json

            What would start a command of this machine is shown and asked for by itself; --yes leaves it out unless
            --with-commands is given too.

            The last import is taken back as a whole, settings and secrets included:
              openwork import --undo

            The clients' own files are only read. openwork export tells the clients about OpenWork.
            """
    )

    @OptionGroup var client: ClientOptions

    @Option(help: ArgumentHelp("One client only; may be repeated.", valueName: "client"))
    var from: [ClientKind] = []

    @Argument(help: "A file, in place of those that the clients have.") var file: String?

    @Flag(help: "Do it without asking.") var yes = false

    @Flag(help: "With --yes, also add what starts a command of this machine.") var withCommands = false

    @Flag(help: "Show what would be done, and do nothing.") var dryRun = false

    @Flag(help: "Take the last import back.") var undo = false

    func validate() throws {
        guard !undo || (from.isEmpty && file == nil && !dryRun) else {
            throw ValidationError("--undo takes the last import back as a whole: leave the rest out")
        }
    }

    func run() async throws {
        try await client.with { daemon in
            let machine = try UserMachine.here()
            let run = ImportRun(daemon: daemon, machine: machine, isQuiet: client.json)
            if undo { return try await takeBack(run, machine) }
            let sources = try ImportSources(machine, clients: from, file: file)
            guard !sources.files.isEmpty else {
                throw ClientFault.local("no client has a file here: give one, openwork import --from cursor FILE")
            }
            let reports = try await daemon.integrations()
            let table = ImportTable(
                sources: sources,
                plan: ImportPlan(
                    sources.files.flatMap(\.servers),
                    entries: Self.entries(reports),
                    used: Set(reports.filter(Self.isUsed).map(\.status.id))
                )
            )
            if !client.json { Terminal.print(table.text) }
            guard !dryRun, !table.plan.deeds.isEmpty, try isWanted() else { return tell(table, nil) }
            let results = try await run.perform(table.plan, allowing: allows)
            tell(table, results)
            if !client.json { Terminal.print("\nopenwork import --undo takes all of this back") }
            if results.contains(where: { !$0.2 }) { throw ExitCode(1) }
        }
    }

    /// What the daemon knows, with the facts that tell servers apart.
    private static func entries(_ reports: [IntegrationReport]) -> [Integration] {
        let known = Set(reports.map(\.status.id))
        return LocalCatalogue().entries.filter { known.contains($0.id) }
    }

    private static func isUsed(_ report: IntegrationReport) -> Bool {
        report.status.isEnabled || report.fields.contains(where: \.isSet)
    }

    private func isWanted() throws -> Bool {
        if yes { return true }
        guard Terminal.isAnswered, !client.json else {
            Terminal.complain("nothing was changed: give --yes to do it")
            return false
        }
        return Terminal.confirm("\nDo this?")
    }

    /// Nobody gets a command onto this machine by a file alone.
    private func allows(_ step: ImportStep) -> Bool {
        guard case .add(let id, let entry, true) = step.action else { return true }
        if yes { return withCommands }
        let server = entry["servers"]?[0]
        let words =
            [server?["executable"]?.stringValue ?? ""]
            + (server?["arguments"]?.arrayValue ?? []).compactMap(\.stringValue)
        return Terminal.confirm(
            "\n\(id) would run on this machine, as you, whenever it is used:\n  \(words.joined(separator: " "))\nAdd it?"
        )
    }

    private func tell(_ table: ImportTable, _ results: [(ImportStep, JSONValue?, Bool)]?) {
        guard client.json else { return }
        let steps = results ?? table.plan.steps.map { ($0, nil, true) }
        let answer: JSONValue = [
            "applied": .bool(results != nil), "files": table.files,
            "steps": .array(steps.map { ImportTable.json($0.0, result: $0.1) }),
        ]
        Terminal.print(answer.text(.pretty))
    }

    private func takeBack(_ run: ImportRun, _ machine: UserMachine) async throws {
        guard let record = try ImportRecord(lastIn: machine.memory) else {
            throw ClientFault.local("there is no import to take back")
        }
        let names = record.integrations.joined(separator: ", ")
        guard yes || (Terminal.isAnswered && Terminal.confirm("Forget the settings of \(names), and stop them?")) else {
            throw ClientFault.usage("nothing was changed: give --yes to forget the settings of \(names)")
        }
        try await run.undo(record)
    }
}
