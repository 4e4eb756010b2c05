import ArgumentParser
import Conformance
import MCPConnection
import MCPHTTP

/// `run`: leads the conversations and prints the report.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Check integrations, a server, or the mock.",
        discussion: """
            The server is started as a child with a small environment: PATH, HOME, LANG, TMPDIR and the like, and what \
            --env and --env-file give. It is ended when the run ends, also on Ctrl-C.

            Only one tool is ever called: the first that says readOnlyHint and needs no arguments, or the one that \
            --call names.

            A broken rule that the specification only recommends (SHOULD) is shown as advisory and does not fail the \
            run, unless --strict is given.

            Integrations are played by the mock, each server of each, sound and with everything wrong of which the \
            entry says what the server does then.

              openwork-conform run --all
              openwork-conform run github slack/skill --check 'AUTH-*'
              openwork-conform run my-tool --overlay my.json
              openwork-conform run --all --shard 1/4 --format json --output 1.json
              openwork-conform run --all --format html --output report.html --format junit --output report.xml
              openwork-conform run --server -- mcp-server-git --repository .
              openwork-conform run --check 'CALL-*' --call git_status \\
                  --arguments '{"repo_path": "."}' --read-only --server -- mcp-server-git
              openwork-conform run --timeout 5 --strict --format json --server -- ./my-server
              openwork-conform run --mock --fault stdout-banner
              openwork-conform run --url http://127.0.0.1:3000/mcp --bearer-env TOKEN
            """
    )

    @OptionGroup var entries: EntryOptions
    @OptionGroup var subject: SubjectOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        var problems = entries.problems(subject.ids) + scope.problems + output.problems
        if !entries.isWanted(subject.ids) {
            problems += subject.problems
            if entries.watch { problems.append("--watch is for integrations: name some, or --all") }
            if scope.shard != nil { problems.append("--shard divides integrations: name some, or --all") }
        } else if subject.isGiven {
            problems.append("integrations are checked by themselves: leave out --server, --url, --mock and --fault")
        }
        guard problems.isEmpty else {
            throw ValidationError(problems.joined(separator: "\n"))
        }
    }

    func run() async throws {
        guard entries.watch else { throw ExitCode(try await runOnce().rawValue) }
        var code = RunExitCode.incomplete
        while true {
            let files = WatchedFiles(try entries.watched(baseline: scope.baseline))
            do {
                code = try await runOnce()
            } catch {
                // A file that is just being written must not end the watch.
                writeAll(Self.fullMessage(for: error) + "\n", to: 2)
            }
            writeAll("watching \(files.count) files for a change; Ctrl-C ends\n", to: 2)
            guard await files.changed() else { throw ExitCode(code.rawValue) }
        }
    }

    private func runOnce() async throws -> RunExitCode {
        let environment = inheritedEnvironment()
        let terminal = Terminal(environment: environment)
        let startedAt = Today.moment
        let stream = try output.stream(isStrict: scope.strict, retries: Retries(count: scope.retries))
        var report = try await report(environment, terminal, stream)
        report.startedAt = startedAt
        try output.write(report, terminal: terminal, stream: stream)
        return report.exitCode
    }

    private func report(
        _ environment: [String: String],
        _ terminal: Terminal,
        _ stream: RowStream?
    ) async throws -> Report {
        if entries.isWanted(subject.ids) {
            let run = EntryRun(ids: subject.ids, entries: entries, scope: scope, environment: environment)
            return try await run.report(terminal: terminal, stream: stream)
        }
        let form = RunForm(subject: subject, scope: scope, environment: environment)
        return try await HTTPPool.with(try form.pool()) { pool in
            let plan = try form.plan(exchanger: pool, clock: ContinuousClock())
            let progress = ProgressLine(terminal: terminal, steps: plan.stepsPerConversation)
            defer { progress.clear() }
            return await Interrupts.cancelling {
                let first = await Runner(plan: plan, clock: ContinuousClock()) { event in
                    progress.observe(event)
                    stream?.observe(event)
                }
                .run()
                return await Retries(count: scope.retries).completing(first) { rows in
                    await Runner(plan: plan.again(for: rows), clock: ContinuousClock()).run()
                }
            }
        }
    }
}
