import ArgumentParser
import Conformance
import JSON
import MCP
import MCPConnection

/// From what was typed to a plan: everything is checked before anything is started.
struct RunForm {
    let subject: SubjectOptions
    let scope: ScopeOptions
    let environment: [String: String]

    /// The plan; the clock counts the bounds of the processes.
    func plan<C: Clock<Duration>>(clock: C) throws -> RunPlan {
        let variables = try ServerVariables(subject, environment)
        let bounds = TalkBounds(step: .milliseconds(Int64(scope.timeout * 1000)))
        let server = StdioServer(
            executable: executable,
            arguments: arguments,
            environment: StdioServer.baseEnvironment(from: environment).merging(variables.values) { $1 },
            workingDirectory: subject.cwd
        )
        let host = ProcessHost(server: server, stopBound: bounds.stop, clock: clock)
        let kind: Subject.Kind = subject.mock ? .mock : .live
        return RunPlan(
            targets: [RunTarget(subject: Subject(name: name, kind: kind, transport: .stdio), host: host)],
            revisions: revisions,
            checks: checks,
            jobs: scope.jobs,
            bounds: bounds,
            call: call,
            seed: scope.seed,
            isStrict: scope.strict,
            secrets: Secrets(variables.values),
            mode: subject.mock ? "offline" : "live",
            command: command
        )
    }

    private var executable: String {
        subject.mock ? OwnExecutable.neighbour("openwork-mock") : subject.command[0]
    }

    private var arguments: [String] {
        subject.mock
            ? subject.faults.flatMap { ["--fault", $0] } + ["--seed", "\(scope.seed)"]
            : Array(subject.command.dropFirst())
    }

    private var name: String {
        subject.mock ? "openwork-mock" : String(subject.command[0].split(separator: "/").last ?? "server")
    }

    private var revisions: RevisionChoice {
        guard let revision = scope.revision, let pinned = ProtocolRevision(rawValue: revision) else {
            return subject.mock ? .everySingle : scope.revision == nil ? .found : .all
        }
        return .only(pinned)
    }

    /// The checks in the order of the registry, whatever the order of the patterns.
    private var checks: [Check] {
        guard !scope.patterns.isEmpty else {
            return CheckRegistry.checks
        }
        let chosen = Set(scope.patterns.flatMap { CheckRegistry.checks(matching: $0) }.map(\.id))
        return CheckRegistry.checks.filter { chosen.contains($0.id) }
    }

    private var call: CallRequest? {
        if let tool = scope.call {
            return CallRequest(tool: tool, arguments: scope.callArguments ?? [:], isReadOnly: scope.readOnly)
        }
        return subject.mock ? CallRequest(tool: "add", arguments: ["a": 1, "b": 2], isReadOnly: true) : nil
    }

    private var command: RepeatCommand {
        var options: [String] = []
        if scope.timeout != 30 { options += ["--timeout", scope.timeout.plain] }
        if let tool = scope.call { options += ["--call", tool] }
        if let arguments = scope.arguments { options += ["--arguments", arguments] }
        if scope.readOnly { options.append("--read-only") }
        if scope.strict { options.append("--strict") }
        if let directory = subject.cwd { options += ["--cwd", directory] }
        if let file = subject.envFile { options += ["--env-file", file] }
        // Names only: a value may be a secret, and is taken from the environment when the command is repeated.
        options += subject.variables.flatMap { ["--env", String($0.prefix { $0 != "=" })] }
        let server =
            subject.mock
            ? ["--mock"] + subject.faults.flatMap { ["--fault", $0] } : ["--server", "--"] + subject.command
        return RepeatCommand(options: options, server: server, namesRevision: revisions != .found)
    }
}

extension Double {
    fileprivate var plain: String {
        self == rounded() ? "\(Int(self))" : "\(self)"
    }
}
