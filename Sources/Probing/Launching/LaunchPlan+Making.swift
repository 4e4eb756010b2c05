import Health
import JSON
import MCPConnection
package import Registry

extension LaunchPlan {
    /// Plans how to reach an integration: over the first of its servers that can run here, or the one that is named.
    ///
    /// Of the configuration, values by variable, those that the server does not declare are left out.
    /// - Throws: what is lacking, for every server, or the variable without which there is no command or address.
    package init(
        for integration: Integration,
        configuration: [String: String],
        on capabilities: Capabilities,
        server wanted: String? = nil
    ) throws(LaunchPlanError) {
        let server = try Self.choose(of: integration, on: capabilities, wanted)
        let fields = integration.configSchema(of: server)
        let declared = Set(fields.map(\.name))
        let given = configuration.filter { declared.contains($0.key) && !$0.value.isEmpty }
        var values = given
        for field in fields where values[field.name] == nil {
            values[field.name] = field.usual.map { $0.stringValue ?? $0.text() }
        }
        self.integration = integration.id
        self.server = server.id
        missing = ClassifierRules(integration, server: server, configuration: configuration).missingVariables
        undeclared = configuration.keys.filter { !declared.contains($0) }.sorted()

        let text = Template(values: values)
        switch server.kind {
        case .remote:
            let url = try text.filled(server.url ?? "", place: "the address of \(server.id)")
            target = .address(url, fields: server.headers.compactMapValues { text.filledIfPossible($0) })
        case .skill:
            target = .skill(server.package ?? server.id)
        case .npm, .pypi, .oci, .command:
            let own = server.environment.compactMapValues { text.filledIfPossible($0) }
            let environment = own.merging(given) { _, given in given }
            var arguments: [String] = []
            for argument in server.arguments {
                arguments.append(try text.filled(argument, place: "the command of \(server.id)"))
            }
            let start = Self.start(server, on: capabilities, variables: environment.keys.sorted(), text)
            target = .program(
                StdioServer(
                    executable: start.executable,
                    arguments: start.arguments + arguments,
                    environment: capabilities.baseEnvironment.merging(environment) { _, own in own }
                )
            )
        }
    }

    private static func choose(
        of integration: Integration,
        on capabilities: Capabilities,
        _ wanted: String?
    ) throws(LaunchPlanError) -> IntegrationServer {
        var candidates = integration.servers
        if let wanted {
            guard let server = integration.server(wanted) else {
                throw .unknownServer(wanted, known: integration.servers.map(\.id))
            }
            candidates = [server]
        }
        var lacks: [LaunchPlanError.Lack] = []
        for server in candidates {
            guard let what = capabilities.lacking(for: server) else { return server }
            lacks.append(LaunchPlanError.Lack(server: server.id, what: what))
        }
        throw .nothingRuns(lacks)
    }

    /// The program and what stands before the entry's own arguments.
    private static func start(
        _ server: IntegrationServer,
        on capabilities: Capabilities,
        variables: [String],
        _ text: Template
    ) -> Capabilities.Installed {
        if let installed = capabilities.installed[server.id] { return installed }
        let package = server.package ?? ""
        switch server.kind {
        case .npm:
            let pinned = package + (server.version.map { "@\($0)" } ?? "")
            return server.executable.map { .init("npx", arguments: ["-y", "-p", pinned, $0]) }
                ?? .init("npx", arguments: ["-y", pinned])
        case .pypi:
            let pinned = package + (server.version.map { "==\($0)" } ?? "")
            let extra = server.constraints.flatMap { ["--with", $0] }
            return .init("uvx", arguments: ["--from", pinned] + extra + [server.executable ?? package])
        case .oci:
            let pinned = package + (server.integrity.map { "@\($0)" } ?? server.version.map { ":\($0)" } ?? "")
            let mounts = server.mounts.compactMap { text.filledIfPossible($0) }.flatMap { ["-v", $0] }
            // By name only: a value on the command line could be read by everybody.
            let names = variables.flatMap { ["-e", $0] }
            return .init(
                capabilities.container ?? "docker",
                arguments: ["run", "-i", "--rm"] + mounts + names + [pinned]
            )
        case .command, .remote, .skill:
            return .init(server.executable ?? package)
        }
    }
}

/// A text in which `${NAME}` stands for a value.
private struct Template {
    let values: [String: String]

    func filled(_ text: String, place: String) throws(LaunchPlanError) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            let name = String(rest[start.upperBound..<end])
            guard let value = values[name] else { throw .unresolved(variable: name, in: place) }
            result += rest[..<start.lowerBound] + value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// Nil when a value is lacking: optional settings are left out as a whole.
    func filledIfPossible(_ text: String) -> String? {
        try? filled(text, place: "")
    }
}
