import ArgumentParser
import Conformance
import Drift
import Fixtures
import Glibc
import MCP
import MCPConnection
import MCPHTTP
import Recording
import Redaction

/// `verify`: holds a recording against the live server.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hold a recording against the live server, and say what has changed.",
        discussion: """
            Every request of the recording is made again, and each answer compared. A line is a class of difference, \
            its weight, what it is about, and the difference:

              openwork-conform verify time.jsonl -- mcp-server-time
              openwork-conform verify --env API_KEY --fail-on any api.jsonl -- my-server
              openwork-conform verify --update time.jsonl -- mcp-server-time

            With --update the recording is replaced by what the server says now, under the same header.

            Exit codes: 0 nothing that --fail-on names has changed, 1 something has, 3 interrupted, 64 wrong usage, \
            65 the file is no fixture, or a secret would have been written.
            """
    )

    @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
    var file: String

    @OptionGroup var failing: FailOptions

    @Flag(help: "Replace the recording by what the server says now.")
    var update = false

    @OptionGroup var server: FixtureServerOptions

    func validate() throws {
        guard server.problems.isEmpty else { throw ValidationError(server.problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let fixture = try FixtureDestination.read(file)
        let live = try LiveServer(server, environment: inheritedEnvironment())
        let tape = Tape(live.scrubber, clock: ContinuousClock())
        let check = LiveCheck(fixture: fixture, live: live, tape: tape)
        let outcome = await Interrupts.cancelling { () async -> Result<[DriftFinding], any Error>? in
            let drifts = await check.run()
            return Task.isCancelled ? nil : drifts
        }
        guard let outcome else {
            say("interrupted: nothing was compared to the end")
            throw ExitCode(RunExitCode.incomplete.rawValue)
        }
        let drifts: [DriftFinding]
        do {
            drifts = try outcome.get()
        } catch {
            say("\(error)")
            throw ExitCode(RunExitCode.failed.rawValue)
        }
        report(drifts, fixture.header, live.scrubber)
        if update { try replace(fixture.header, with: tape, live) }
        if failing.failOn.isMet(by: drifts), !update { throw ExitCode(RunExitCode.failed.rawValue) }
    }

    private func report(_ drifts: [DriftFinding], _ header: FixtureHeader, _ scrubber: Scrubber) {
        var scrubber = scrubber
        for drift in drifts { writeAll(scrubber.text("\(drift)") + "\n", to: 1) }
        let breaking = drifts.count(where: \.isBreaking)
        let count = "\(drifts.count) difference\(drifts.count == 1 ? "" : "s")"
        let sum = drifts.isEmpty ? "no difference" : "\(count), \(breaking) breaking"
        writeAll("\(file) (\(header.provenance.word) \(header.recordedAt)): \(sum)\n", to: 1)
    }

    private func replace(_ before: FixtureHeader, with tape: Tape, _ live: LiveServer) throws {
        let today = CalendarDay(secondsSinceEpoch: time(nil))
        var header = before
        let days = before.expires.map { $0.daysSinceEpoch - before.recordedAt.daysSinceEpoch }
        header.recordedAt = today
        header.expires = days.map { today.adding(days: $0) }
        header.provenance = .recorded
        header.revision = nil
        header.server.version = nil
        header.server.command = live.description.command
        header.server.url = live.description.url
        try FixtureDestination(path: file).write(tape, header, judge: .plain, mode: .all)
    }
}
