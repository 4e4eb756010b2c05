import ArgumentParser
import Conformance
import JSON
import MCP
import MCPConnection
import MCPHTTP

/// From what was typed to a plan: everything is checked before anything is started.
struct RunForm {
    let subject: SubjectOptions
    let scope: ScopeOptions
    let environment: [String: String]

    /// The plan; the clock counts the bounds of the processes.
    func plan<C: Clock<Duration>>(exchanger: any HTTPExchanger, clock: C) throws -> RunPlan {
        let variables = try ServerVariables(subject, environment)
        let bounds = TalkBounds(step: .milliseconds(Int64(scope.timeout * 1000)))
        let target: RunTarget
        if let address = subject.address.address {
            target = try self.target(address, bounds, exchanger, clock)
        } else {
            target = self.target(variables, bounds, clock)
        }
        let secrets = variables.values.merging(subject.address.secrets(environment)) { $1 }
        return RunPlan(
            targets: [target],
            revisions: revisions,
            checks: checks,
            jobs: scope.jobs ?? 2,
            bounds: bounds,
            call: call,
            seed: scope.seed,
            isStrict: scope.strict,
            baseline: try scope.readBaseline(),
            secrets: Secrets(secrets),
            mode: subject.mock ? "offline" : "live",
            command: command
        )
    }

    private func target<C: Clock<Duration>>(
        _ variables: ServerVariables,
        _ bounds: TalkBounds,
        _ clock: C
    ) -> RunTarget {
        let server = StdioServer(
            executable: executable,
            arguments: arguments,
            environment: StdioServer.baseEnvironment(from: environment).merging(variables.values) { $1 },
            workingDirectory: subject.cwd
        )
        let host = ProcessHost(server: server, stopBound: bounds.stop, clock: clock)
        let kind: Subject.Kind = subject.mock ? .mock : .live
        return RunTarget(subject: Subject(name: name, kind: kind, transport: .stdio), host: host)
    }

    private func target<C: Clock<Duration>>(
        _ address: HTTPAddress,
        _ bounds: TalkBounds,
        _ exchanger: any HTTPExchanger,
        _ clock: C
    ) throws -> RunTarget {
        let settings = HTTPClientSettings(
            address: address,
            fields: try subject.address.fields(environment),
            bounds: HTTPClientBounds(delivery: bounds.stop, stream: bounds.request)
        )
        return RunTarget(
            subject: Subject(name: address.origin.authority, kind: .live, transport: .http),
            host: HTTPHost(settings, exchanger: exchanger, clock: clock)
        )
    }

    /// How connections are made; certificates that cannot be read are a fault of the command line.
    func pool() throws -> HTTPPoolSettings {
        for path in subject.address.authorities {
            _ = try TextFile(path: path).read()
        }
        return HTTPPoolSettings(
            proxies: try proxies,
            extraAuthorities: subject.address.authorities,
            connectBound: min(.seconds(10), .milliseconds(Int64(scope.timeout * 1000)))
        )
    }

    private var proxies: ProxySettings {
        get throws {
            func value(_ name: String) -> String? {
                environment[name] ?? environment[name.lowercased()]
            }
            do throws(HTTPAddressError) {
                return try ProxySettings(
                    httpProxy: value("HTTP_PROXY"),
                    httpsProxy: value("HTTPS_PROXY"),
                    allProxy: value("ALL_PROXY"),
                    noProxy: value("NO_PROXY")
                )
            } catch {
                throw ValidationError("a proxy of the environment cannot be used: \(error)")
            }
        }
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
        if let file = scope.baseline { options += ["--baseline", file] }
        if scope.strict { options.append("--strict") }
        if let directory = subject.cwd { options += ["--cwd", directory] }
        if let file = subject.envFile { options += ["--env-file", file] }
        // Names only: a value may be a secret, and is taken from the environment when the command is repeated.
        options += subject.variables.flatMap { ["--env", String($0.prefix { $0 != "=" })] }
        let server: [String] =
            if let url = subject.address.url {
                ["--url", url] + subject.address.words
            } else if subject.mock {
                ["--mock"] + subject.faults.flatMap { ["--fault", $0] }
            } else {
                ["--server", "--"] + subject.command
            }
        return RepeatCommand(options: options, server: server, namesRevision: revisions != .found)
    }
}

extension Double {
    fileprivate var plain: String {
        self == rounded() ? "\(Int(self))" : "\(self)"
    }
}
