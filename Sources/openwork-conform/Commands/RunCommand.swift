import ArgumentParser
import Conformance
import MCPConnection
import MCPHTTP

/// `run`: leads the conversations and prints the report.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Check a server, or the mock.",
        discussion: """
            The server is started as a child with a small environment: PATH, HOME, LANG, TMPDIR and the like, and what \
            --env and --env-file give. It is ended when the run ends, also on Ctrl-C.

            Only one tool is ever called: the first that says readOnlyHint and needs no arguments, or the one that \
            --call names.

            A broken rule that the specification only recommends (SHOULD) is shown as advisory and does not fail the \
            run, unless --strict is given.

              openwork-conform run --server -- mcp-server-git --repository .
              openwork-conform run --check 'CALL-*' --call git_status \\
                  --arguments '{"repo_path": "."}' --read-only --server -- mcp-server-git
              openwork-conform run --timeout 5 --strict --format json --server -- ./my-server
              openwork-conform run --mock --fault stdout-banner
              openwork-conform run --url http://127.0.0.1:3000/mcp --bearer-env TOKEN
            """
    )

    @OptionGroup var subject: SubjectOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let problems = subject.problems + scope.problems
        guard problems.isEmpty else {
            throw ValidationError(problems.joined(separator: "\n"))
        }
    }

    func run() async throws {
        let environment = inheritedEnvironment()
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
