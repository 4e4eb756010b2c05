import ArgumentParser
import Conformance
import Drift
import Fixtures
import Redaction
import JSON
import MCP
import MCPConnection
import Vetting

/// `lock`: pins what a server offers, and says when that changes.
struct LockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Pin the tools that a server lists by hash, and say when one has changed.",
        discussion: """
            The first time, the tools go into openwork.lock.json with name, texts, schemas and hints, and the hash of \
            them. Every other time they are held against that file; what has changed is shown, and nothing is written \
            until --update says that somebody has looked at it:

              openwork-conform lock --name time -- mcp-server-time
              openwork-conform lock --name time --update -- mcp-server-time

            In CI use --frozen: a server that is not in the file fails, too. A tool that is described in a suspicious way \
            (hidden text, orders to the model, names that look alike, a command as a default) is not pinned without \
            --accept-suspicious.

            Exit codes: 0 as pinned, or pinned now; 1 changed, suspicious or, with --frozen, not pinned; 3 the server \
            did not list its tools; 64 wrong usage; 65 the file is no lock, or was changed by hand.
            """
    )

    @Option(
        help: ArgumentHelp("What the server is called in the file; by default what it calls itself.", valueName: "name")
    )
    var name: String?

    @Option(help: ArgumentHelp("The file.", valueName: "file"))
    var lock = ToolLock.fileName

    @Flag(help: "Take over what has changed.")
    var update = false

    @Flag(help: "Never write; fail where the server is not in the file.")
    var frozen = false

    @Flag(help: "Pin tools although they are described in a suspicious way.")
    var acceptSuspicious = false

    @Option(name: .customLong("scope"), help: ArgumentHelp("What the credential may do.", valueName: "scope"))
    var scopes: [String] = []

    @OptionGroup var server: FixtureServerOptions

    func validate() throws {
        var problems = server.problems
        if update, frozen { problems.append("--update and --frozen exclude each other: choose one") }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let live = try LiveServer(server, environment: inheritedEnvironment())
        let file = LockFile(path: lock)
        var pinned = try file.read()
        let outcome = await Interrupts.cancelling { () async -> Result<LiveListing, any Error> in
            do { return .success(try await LiveListing.of(live)) } catch { return .failure(error) }
        }
        let listed: LiveListing
        do {
            listed = try outcome.get()
        } catch let failure as LiveListing.Failure {
            say("\(failure)")
            throw ExitCode(RunExitCode.incomplete.rawValue)
        }
        let name = name ?? listed.info?.name ?? "server"
        var scrubber = live.scrubber
        let source = scrubber.text(live.description.url ?? live.description.command.joined(separator: " "))
        let now = ToolLock.Server(
            source: source,
            lockedAt: Today.text,
            scopes: scopes.isEmpty ? nil : scopes,
            tools: listed.tools.compactMap { ToolPin($0) }
        )
        let isNew = pinned.servers[name] == nil
        let (before, after) = (side("\(lock)#\(name)", pinned.servers[name]), side(source, now))
        let diff = ToolDiff(old: before, new: after)
        try judge(diff, isNew: isNew, name: name)
        let isSame = !isNew && diff.report.findings.isEmpty && !update
        guard !isSame else { return say("\(lock)#\(name): \(now.tools.count) tools, as pinned") }
        pinned.servers[name] = now
        try file.write(pinned)
        say("\(lock)#\(name): \(now.tools.count) tools pinned")
    }

    private func side(_ name: String, _ server: ToolLock.Server?) -> ToolSource {
        ToolSource(
            name: name,
            listing: server.map { ToolListing($0) } ?? ToolListing([]),
            definitions: server?.tools.map(\.definition) ?? []
        )
    }

    /// Says what speaks against taking the new list over, and ends there.
    private func judge(_ diff: ToolDiff, isNew: Bool, name: String) throws {
        let terminal = Terminal(environment: inheritedEnvironment())
        if !isNew, !diff.report.findings.isEmpty { terminal.print(diff.text(style: terminal.style)) }
        if isNew { for suspicion in diff.suspicions { terminal.print(suspicion.line + "\n") } }
        if !diff.suspicions.isEmpty, !acceptSuspicious {
            say("\(name): nothing was pinned: read these tools, and give --accept-suspicious if they are meant so")
            throw ExitCode(RunExitCode.failed.rawValue)
        }
        if isNew, frozen {
            say("\(name) is not in \(lock): pin it without --frozen")
            throw ExitCode(RunExitCode.failed.rawValue)
        }
        if !isNew, !diff.report.findings.isEmpty, !update {
            say("\(name): nothing was pinned: if this is as it should be, repeat it with --update")
            throw ExitCode(RunExitCode.failed.rawValue)
        }
    }
}
