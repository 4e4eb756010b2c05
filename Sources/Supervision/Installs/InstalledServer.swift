package import Install
package import Registry
package import Store

/// A server that lies ready on this machine: what the store knows of it, and what is in its folder.
package struct InstalledServer: Sendable, Hashable {
    /// As the store has it; its version is the name of its folder too.
    package var row: StoredInstall
    /// As it was found in its folder, whole.
    package var installation: Installation

    /// The version that its registry gave, also where the entry names none.
    package var version: String {
        installation.lock.first { $0.name.lowercased() == row.package.lowercased() }?.version ?? row.version
    }

    /// Whether it is a version, this one or another, of what a server of an entry consists of.
    package func isVersion(of server: IntegrationServer) -> Bool {
        row.kind == server.kind.rawValue && row.package == server.package
    }
}
