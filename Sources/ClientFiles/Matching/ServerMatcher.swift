package import Registry

/// Finds the integration behind a server that a client uses.
package struct ServerMatcher: Sendable {
    /// A server of an entry.
    package struct Match: Sendable, Hashable {
        /// The entry's id.
        package var integration: Integration
        /// One of its servers.
        package var server: IntegrationServer
    }

    private let entries: [Integration]

    /// Takes the entries among which to look.
    package init(_ entries: [Integration]) {
        self.entries = entries
    }

    /// What is found by package, by program or by address; several where vendors share one server.
    package func matches(of launch: FoundServer.Launch) -> [Match] {
        switch launch {
        case .address(let address, _): matches(address: address)
        case .program(let program, let arguments, _): matches(package: LaunchedPackage(program, arguments))
        }
    }

    private func matches(package: LaunchedPackage) -> [Match] {
        if let address = package.bridgedAddress { return matches(address: address) }
        return entries.compactMap { entry in
            if let server = entry.servers.first(where: { Self.isSame($0, package) }) {
                return Match(integration: entry, server: server)
            }
            // A name that the list has and that is not, or no longer, the one to use.
            guard entry.listedPackage == package.name, package.kind == .npm, let server = entry.servers.first else {
                return nil
            }
            return Match(integration: entry, server: server)
        }
    }

    private static func isSame(_ server: IntegrationServer, _ package: LaunchedPackage) -> Bool {
        guard let kind = package.kind else {
            return switch server.kind {
            case .command:
                server.executable.map(LaunchedPackage.base) == package.name
                    && isSame(server.arguments, package.arguments)
            case .npm, .pypi: (server.executable ?? server.package.map(LaunchedPackage.base)) == package.name
            default: false
            }
        }
        guard server.kind == kind, let name = server.package else { return false }
        return kind == .pypi ? Self.pythonName(name) == Self.pythonName(package.name) : name == package.name
    }

    /// Up to the first argument that somebody configures; a program without any is another with some.
    private static func isSame(_ pattern: [String], _ words: [String]) -> Bool {
        pattern.isEmpty ? words.isEmpty : words.starts(with: pattern.prefix { !$0.contains("$") })
    }

    /// The index takes these for the same.
    private static func pythonName(_ name: String) -> String {
        name.lowercased().replacing("_", with: "-").replacing(".", with: "-")
    }

    private func matches(address: String) -> [Match] {
        let wanted = ServerAddress(address)
        let all = entries.flatMap { entry in entry.servers.map { Match(integration: entry, server: $0) } }
            .filter { $0.server.kind == .remote }
        let exact = all.filter { $0.server.addresses.contains(wanted) }
        // The same host under another path is the same vendor: the older transport had a path of its own.
        let found = exact.isEmpty ? all.filter { $0.server.addresses.contains { $0.host == wanted.host } } : exact
        var seen: Set<String> = []
        return found.filter { seen.insert($0.integration.id).inserted }
    }
}

extension IntegrationServer {
    fileprivate var addresses: [ServerAddress] {
        ([url].compactMap(\.self) + alternateURLs).filter { !$0.contains("${") }.map { ServerAddress($0) }
    }
}
