package import JSON
package import Registry

/// What is to be installed: one server of an entry, exactly.
package struct InstallRequest: Sendable, Hashable {
    /// The id of the integration, for messages.
    package var integration: String
    /// Names package, version, hash and pins.
    package var server: IntegrationServer
    /// What an earlier installation consisted of, to get the same again; empty to let the client choose.
    package var lock: [LockedPackage]

    /// Asks for a server, whatever its dependencies are today unless a lock says so.
    package init(_ integration: String, _ server: IntegrationServer, lock: [LockedPackage] = []) {
        self.integration = integration
        self.server = server
        self.lock = lock
    }

    /// The same for two requests exactly when the same would be installed.
    package var identity: JSONValue {
        func texts(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }
        return [
            "kind": .string(server.kind.rawValue), "package": .string(server.package ?? ""),
            "version": .string(server.version ?? ""), "integrity": .string(server.integrity ?? ""),
            "executable": .string(server.executable ?? ""), "constraints": texts(server.constraints),
            "requires": texts(server.requires), "scripts": .bool(server.allowsInstallScripts),
        ]
    }

    /// How it is called in messages.
    var title: String { "\(integration)/\(server.id)" }
}
