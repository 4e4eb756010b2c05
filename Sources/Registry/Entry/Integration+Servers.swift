/// What holds for one of the servers: its own word where it has one, the entry's otherwise.
extension Integration {
    /// The server that is used unless somebody chooses another; nil for an entry without any.
    package var preferredServer: IntegrationServer? { servers.first }

    /// The server with this id.
    package func server(_ id: String) -> IntegrationServer? { servers.first { $0.id == id } }

    /// What a user configures for this server: the entry's variables that it takes, then its own.
    package func configSchema(of server: IntegrationServer) -> [ConfigField] {
        let own = Dictionary(server.configSchema.map { ($0.name, $0) }) { first, _ in first }
        let shared = configSchema.filter { server.variables?.contains($0.name) ?? true }
        let names = Set(shared.map(\.name))
        return shared.map { own[$0.name] ?? $0 } + server.configSchema.filter { !names.contains($0.name) }
    }

    /// How a user proves to this server who they are; `none` where nothing is said and nothing secret is configured.
    package func auth(of server: IntegrationServer) -> AuthScheme {
        if let auth = server.auth ?? auth { return auth }
        return AuthScheme(configSchema(of: server).contains(where: \.isSecret) ? .apiKey : .none)
    }

    /// Every tool that this server is known to have, listed or not.
    package func tools(of server: IntegrationServer) -> [ToolFacts] { server.tools ?? tools }

    /// Whether ``tools(of:)`` is everything.
    package func hasAllTools(of server: IntegrationServer) -> Bool {
        server.hasAllTools ?? (server.tools == nil && hasAllTools)
    }

    /// The groups in which this server's tools are switched.
    package func toolsets(of server: IntegrationServer) -> [Toolset] { server.toolsets ?? toolsets }

    /// The tools of this server through which others are called.
    package func genericTools(of server: IntegrationServer) -> [GenericTool] { server.genericTools ?? genericTools }

    /// The tools that this server lists when nothing but the required values is configured.
    package func listedTools(of server: IntegrationServer) -> [ToolFacts] {
        let off = Set(toolsets(of: server).filter { !$0.isOnByDefault }.map(\.name))
        return tools(of: server).filter { tool in
            tool.via == nil && !(tool.toolset.map(off.contains) ?? false)
        }
    }

    /// The call that proves the credential to this server; nil when none is known.
    package func probe(of server: IntegrationServer) -> Probe? { server.probe ?? probe }

    /// How this server's answers are to be understood, in the order in which they are tried.
    package func authSignatures(of server: IntegrationServer) -> [AuthSignature] {
        server.authSignatures + authSignatures
    }

    /// Where watching this server differs from the usual policy.
    package func health(of server: IntegrationServer) -> HealthOverrides { server.health.filled(from: health) }

    /// Where the facts about this server come from.
    package func provenance(of server: IntegrationServer) -> Provenance? { server.provenance ?? provenance }
}
