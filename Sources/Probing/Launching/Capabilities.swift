package import Registry

/// What this machine can run, found out once by the edge: programs with their versions, and what is installed already.
package struct Capabilities: Sendable, Hashable {
    /// A server that was installed: the program to start, ahead of what the entry adds.
    package struct Installed: Sendable, Hashable {
        /// An absolute path.
        package var executable: String
        /// Stand before the entry's own arguments.
        package var arguments: [String]

        /// Names the program of an installed server.
        package init(_ executable: String, arguments: [String] = []) {
            self.executable = executable
            self.arguments = arguments
        }
    }

    /// Programs by the name that is looked for (`node`, `npx`, `python3`, `uvx`, `docker`…), each with its version, "" when
    /// unknown.
    package var programs: [String: String]
    /// Whether servers elsewhere may be spoken to.
    package var allowsRemote: Bool
    /// Whether packages may be fetched at the start by `npx` and `uvx`, where they are not installed.
    package var allowsFetching: Bool
    /// What is installed, by the id of the server within its entry.
    package var installed: [String: Installed]
    /// Variables that every server gets, such as PATH and HOME.
    package var baseEnvironment: [String: String]

    /// A machine with these programs.
    package init(
        programs: [String: String] = [:],
        allowsRemote: Bool = true,
        allowsFetching: Bool = true,
        installed: [String: Installed] = [:],
        baseEnvironment: [String: String] = [:]
    ) {
        self.programs = programs
        self.allowsRemote = allowsRemote
        self.allowsFetching = allowsFetching
        self.installed = installed
        self.baseEnvironment = baseEnvironment
    }

    /// What a server lacks here, in words that name the fix; nil when it can run.
    package func lacking(for server: IntegrationServer) -> String? {
        if let wanted = server.requires.first(where: { !fulfils($0) }) { return "\(wanted) is not here: install it" }
        if installed[server.id] != nil { return nil }
        switch server.kind {
        case .npm: return fetching(with: "npx", of: "Node.js")
        case .pypi: return fetching(with: "uvx", of: "uv, or install the package")
        case .oci: return container == nil ? "neither docker nor podman is here: install one" : nil
        case .remote: return allowsRemote ? nil : "servers elsewhere are not allowed here"
        case .command:
            let program = server.executable ?? ""
            return program.contains("/") || programs[program] != nil
                ? nil : "\(program.isEmpty ? "its program" : program) was not found: install it, or give its full path"
        case .skill: return nil
        }
    }

    /// The program that runs containers.
    var container: String? {
        ["docker", "podman"].first { programs[$0] != nil }
    }

    private func fetching(with program: String, of package: String) -> String? {
        guard allowsFetching else { return "it is not installed: openwork install" }
        return programs[program] == nil ? "\(program) is not here: install \(package)" : nil
    }

    /// `node>=22`, `docker`, `python>=3.11`.
    private func fulfils(_ requirement: String) -> Bool {
        let name = String(requirement.prefix { !"<>=!~ ".contains($0) })
        let known = programs[name] ?? (name == "python" ? programs["python3"] : nil)
        guard let known else { return false }
        let rest = requirement.dropFirst(name.count).drop { $0 == " " }
        guard rest.hasPrefix(">="), !known.isEmpty else { return true }
        return !Self.numbers(known).lexicographicallyPrecedes(Self.numbers(String(rest.dropFirst(2))))
    }

    private static func numbers(_ version: String) -> [Int] {
        version.drop { !$0.isNumber }.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    }
}
