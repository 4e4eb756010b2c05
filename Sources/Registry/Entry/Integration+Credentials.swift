extension Integration {
    /// Whether what has to be configured for this server is there; the closure says which variables are.
    package func hasCredentials(for server: IntegrationServer, given isSet: (String) -> Bool) -> Bool {
        let fields = configSchema(of: server)
        let required = fields.filter { $0.isRequired && $0.usual == nil }
        guard required.allSatisfy({ isSet($0.name) }) else { return false }
        let auth = auth(of: server)
        guard auth.kind != .none else { return true }
        guard auth.alternatives.isEmpty else { return auth.alternatives.contains { $0.allSatisfy(isSet) } }
        let secrets = fields.filter(\.isSecret)
        return secrets.isEmpty || required.contains(where: \.isSecret) || secrets.contains { isSet($0.name) }
    }

    /// Made-up values with which ``hasCredentials(for:given:)`` holds: the first way to prove who one is.
    package func sampleConfiguration(of server: IntegrationServer) -> [String: String] {
        let fields = configSchema(of: server)
        let auth = auth(of: server)
        var names = Set(fields.filter { $0.isRequired && $0.usual == nil }.map(\.name))
        names.formUnion(auth.alternatives.first ?? [])
        let isProven = names.contains { name in fields.contains { $0.name == name && $0.isSecret } }
        if auth.kind != .none, !isProven, let secret = fields.first(where: \.isSecret) { names.insert(secret.name) }
        return Dictionary(uniqueKeysWithValues: fields.filter { names.contains($0.name) }.map { ($0.name, $0.sample) })
    }
}
