import ArgumentParser
import Conformance
import Fixtures
import MCPConnection
import MCPHTTP
import Recording
import Redaction

/// `record`: takes down what a real server says, without the secrets in it.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what a real server says, without its secrets.",
        discussion: """
            The recording is a fixture: a file that replay serves as if it were the server, and that verify holds \
            against the live one.

              openwork-conform record --output time.jsonl -- mcp-server-time
              openwork-conform record --integration jira --env-file jira.env --package pypi:mcp-atlassian \\
                  --output Fixtures/jira/ -- mcp-atlassian

            One call with a credential that works, with none, and with one that the vendor refuses:
              openwork-conform record --scenario probe --tool whoami --env API_KEY --output ok.jsonl -- my-server
              openwork-conform record --scenario probe --tool whoami --expect credential_missing \\
                  --output missing.jsonl -- my-server
              openwork-conform record --scenario probe --tool whoami --expect credential_invalid \\
                  --env API_KEY=wrong-key-1234 --output wrong.jsonl -- my-server

            A remote server, and any other client through a proxy:
              openwork-conform record --url https://host/mcp --header 'Authorization: Bearer …' --output r.jsonl
              openwork-conform record --proxy --output session.jsonl -- my-server
              openwork-conform record --proxy --port 7070 --url https://host/mcp --output session.jsonl

            Every value that --env, --env-file, --header and --secret give is taken out, in any encoding, with \
            everything else that looks like a credential. Before the file is written it is searched for all of them \
            once more; if one is left, or if a refusal would be recorded as a success, nothing is written.

            Exit codes: 0 recorded (or nothing to do), 1 refused or not started, 3 interrupted, 64 wrong usage, \
            65 a secret would have been written, or the file that is there is no fixture.
            """
    )

    @OptionGroup var recording: RecordOptions
    @OptionGroup var server: FixtureServerOptions

    func validate() throws {
        let problems = server.problems + recording.problems
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let live = try LiveServer(server, environment: inheritedEnvironment())
        let file = FixtureDestination(recording, kind: recording.kind)
        guard try file.isWanted(recording.mode) else { return say("\(file.name) is there and stays as it is") }
        for name in live.unprotected {
            say("\(name) is short and counts as a setting, not as a secret; --secret \(name) changes that")
        }
        let tape = Tape(live.scrubber, clock: ContinuousClock())
        try await RecordRun(recording: recording, live: live, tape: tape).run()
        try file.write(tape, recording.header(live), judge: recording.judge, mode: recording.mode)
    }
}

/// Tells the person, where it is in nobody's way.
func say(_ text: String) {
    writeAll("openwork-conform: \(text)\n", to: 2)
}
