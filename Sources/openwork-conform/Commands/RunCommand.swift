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
              openwork-conform run --all --transport http
              openwork-conform run my-tool --overlay my.json
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
        var problems = entries.problems(subject.ids) + scope.problems
        if !entries.isWanted(subject.ids) {
            problems += subject.problems
            if entries.transport != "stdio" {
                problems.append("--transport is for integrations: give the --url of openwork-mock --transport http")
            }
        } else if subject.isGiven {
            problems.append("integrations are checked by themselves: leave out --server, --url, --mock and --fault")
        }
        guard problems.isEmpty else {
            throw ValidationError(problems.joined(separator: "\n"))
        }
    }

    func run() async throws {
        let environment = inheritedEnvironment()
        if entries.isWanted(subject.ids) {
            let terminal = Terminal(environment: environment)
            let run = EntryRun(ids: subject.ids, entries: entries, scope: scope, environment: environment)
            let report = try await run.report(terminal: terminal)
            try output.write(report, terminal: terminal)
            throw ExitCode(report.exitCode.rawValue)
        }
        let form = RunForm(subject: subject, scope: scope, environment: environment)
        let terminal = Terminal(environment: environment)
        let report = try await HTTPPool.with(try form.pool()) { pool in
            let plan = try form.plan(exchanger: pool, clock: ContinuousClock())
            let progress = ProgressLine(terminal: terminal, steps: plan.stepsPerConversation)
            defer { progress.clear() }
            return await Interrupts.cancelling {
                await Runner(plan: plan, clock: ContinuousClock(), observe: progress.observe).run()
            }
        }
        try output.write(report, terminal: terminal)
        throw ExitCode(report.exitCode.rawValue)
    }
}
