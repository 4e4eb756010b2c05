import ArgumentParser
import Conformance
import Glibc
import MCP
import MCPConnection

/// `run --client -- COMMAND`: from what was typed to a plan for a client, and the stage that it is played on.
struct ClientForm {
    let subject: SubjectOptions
    let scope: ScopeOptions
    let environment: [String: String]

    /// Everything wrong with options that are about servers, in a line each.
    static func problems(_ subject: SubjectOptions, _ scope: ScopeOptions) -> [String] {
        var problems: [String] = []
        if subject.words.isEmpty {
            problems.append("--client needs the command after --, as in: --client -- my-client")
        }
        if subject.server || subject.mock || subject.address.url != nil || !subject.faults.isEmpty {
            problems.append("--client excludes --server, --url, --mock and --fault: choose one")
        }
        if scope.call != nil { problems.append("--call is for servers: a client is told what to do by its scenario") }
        problems += patterns(scope, areOfClients: false).map {
            "--check \($0) is about servers: those of clients begin with CLIENT-"
        }
        return problems
    }

    /// Patterns that name only checks of clients, where servers are checked, in a line each.
    static func misplaced(_ scope: ScopeOptions) -> [String] {
        patterns(scope, areOfClients: true).map {
            "--check \($0) is about clients: add --client, and the command of one after --"
        }
    }

    /// Patterns all of whose checks are of clients, or none of them.
    private static func patterns(_ scope: ScopeOptions, areOfClients: Bool) -> [String] {
        scope.patterns.filter { pattern in
            let found = CheckRegistry.checks(matching: pattern)
            let ofClients = found.count { $0.group == .client }
            return !found.isEmpty && ofClients == (areOfClients ? found.count : 0)
        }
    }

    /// Plays everything, and gives the report.
    func report(terminal: Terminal, stream: RowStream?) async throws -> Report {
        let plan = try plan()
        let clock = ContinuousClock()
        let command = StdioServer(
            executable: subject.words[0],
            arguments: Array(subject.words.dropFirst()),
            environment: StdioServer.baseEnvironment(from: environment).merging(try variables) { $1 },
            workingDirectory: subject.cwd
        )
        let stage = ClientStage(
            starting: ProcessStarter(command, clock: clock),
            bound: .milliseconds(Int64(scope.timeout * 1000)),
            clock: clock,
            now: { Int64(time(nil)) }
        )
        let progress = ProgressLine(terminal: terminal, steps: 1)
        defer { progress.clear() }
        let runner = ClientRunner(plan: plan, stage: stage, clock: clock) { event in
            progress.observe(event)
            stream?.observe(event)
        }
        return await Interrupts.cancelling { await runner.run() }
    }

    private var variables: [String: String] {
        get throws { try ServerVariables(subject, environment).values }
    }

    private func plan() throws -> ClientPlan {
        var plan = ClientPlan(
            subject: Subject(
                name: String(subject.words[0].split(separator: "/").last ?? "client"),
                kind: .live,
                transport: .http
            ),
            isStrict: scope.strict,
            baseline: try scope.readBaseline(),
            secrets: Secrets(try variables),
            command: command
        )
        if !scope.patterns.isEmpty {
            let chosen = Set(scope.patterns.flatMap { CheckRegistry.checks(matching: $0) }.map(\.id))
            plan.checks = plan.checks.filter { chosen.contains($0.id) }
        }
        if scope.revision == "all" { plan.revisions = ProtocolRevision.allCases }
        if let revision = scope.revision.flatMap(ProtocolRevision.init(rawValue:)) { plan.revisions = [revision] }
        plan.jobs = scope.jobs ?? max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        return plan
    }

    private var command: RepeatCommand {
        var options: [String] = []
        if scope.timeout != 30 { options += ["--timeout", scope.timeout.plain] }
        if let file = scope.baseline { options += ["--baseline", file] }
        if scope.strict { options.append("--strict") }
        if let directory = subject.cwd { options += ["--cwd", directory] }
        if let file = subject.envFile { options += ["--env-file", file] }
        options += subject.variables.flatMap { ["--env", String($0.prefix { $0 != "=" })] }
        return RepeatCommand(options: options, server: ["--client", "--"] + subject.words, namesRevision: true)
    }
}
