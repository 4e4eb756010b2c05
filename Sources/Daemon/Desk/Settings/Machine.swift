import Glibc
package import Install
package import Probing
package import Registry
import Synchronization

/// What this machine can run: programs on the PATH, looked for when a server asks for them.
package final class Machine: Sendable {
    /// Variables that every server gets.
    package let base: [String: String]
    private let runner: any CommandRunner
    private let versions = Mutex<[String: String]>([:])

    /// - Parameters:
    ///   - base: with PATH, in which programs are looked for.
    ///   - runner: asks programs for their version.
    package init(base: [String: String], runner: any CommandRunner) {
        self.base = base
        self.runner = runner
    }

    /// The path of a program; nil when it is not there.
    package func path(of program: String) -> String? {
        guard !program.contains("/") else { return access(program, X_OK) == 0 ? program : nil }
        return (base["PATH"] ?? "").split(separator: ":").lazy.map { "\($0)/\(program)" }.first { path in
            var facts = stat()
            return access(path, X_OK) == 0 && stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
        }
    }

    /// Forgets what was found out: programs come, go and change.
    package func forget() { versions.withLock { $0 = [:] } }

    /// What a server can count on here.
    ///
    /// - Parameters:
    ///   - server: of an entry.
    ///   - installed: its own program, where it is installed; nothing is fetched while a server starts.
    /// - Returns: for a launch plan of just this server.
    package func capabilities(
        for server: IntegrationServer,
        installed: Capabilities.Installed? = nil
    ) async -> Capabilities {
        var found = Capabilities(allowsFetching: false, baseEnvironment: base)
        found.installed[server.id] = installed
        for requirement in server.requires {
            let name = String(requirement.prefix { !"<>=!~ ".contains($0) })
            // Its environment is made with one that will do, or not at all.
            let isOwn = server.kind == .pypi && name == "python"
            found.programs[name] = isOwn ? "" : await version(of: name, isNeeded: name.count < requirement.count)
            if name == "python", found.programs[name] == nil { found.programs[name] = await version(of: "python3") }
        }
        for engine in ["docker", "podman"] where server.kind == .oci && path(of: engine) != nil {
            found.programs[engine] = found.programs[engine] ?? ""
        }
        if server.kind == .command, let program = server.executable, path(of: program) != nil {
            found.programs[program] = found.programs[program] ?? ""
        }
        return found
    }

    /// What is missing to install and start a server here, in words with the fix; nil when it can be tried.
    package func lacking(for server: IntegrationServer) async -> String? {
        // It is asked what a start lacks once the server was fetched: then its runtime starts it.
        var fetched: Capabilities.Installed?
        switch server.kind {
        case .npm:
            for (program, what) in [("node", "Node.js"), ("npm", "npm, which comes with Node.js")] {
                guard path(of: program) != nil else { return "\(program) is not here: install \(what)" }
            }
            fetched = .init("node")
        case .pypi:
            guard ["python3", "python", "uv"].contains(where: { path(of: $0) != nil }) else {
                return "python3 is not here: install Python"
            }
            fetched = .init("python3")
        case .command:
            if let program = server.executable, program.contains("/"), path(of: program) == nil {
                return "\(program) is not here, or is no program: correct executable in the entry"
            }
        case .oci, .remote, .skill: break
        }
        return await capabilities(for: server, installed: fetched).lacking(for: server)
    }

    /// Its version, "" for one that does not tell or whose version nobody needs; nil when it is not there.
    private func version(of program: String, isNeeded: Bool = true) async -> String? {
        guard let path = path(of: program) else { return nil }
        guard isNeeded else { return "" }
        if let known = versions.withLock({ $0[path] }) { return known }
        let command = InstallCommand(path, ["--version"], environment: base)
        let result = await runner.run(command, within: .seconds(20)) { _ in }
        if case .notStarted = result.ending { return nil }
        let words = (result.output.first ?? "").split(separator: " ")
        let found = words.first { $0.drop { $0 == "v" }.first?.isNumber == true && $0.contains(".") }
        let version = found.map { String($0) } ?? ""
        versions.withLock { $0[path] = version }
        return version
    }
}
