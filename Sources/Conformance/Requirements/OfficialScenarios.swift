package import MCP

/// What the official conformance suite tries, by the names it gives, and which checks of ours try the same.
package enum OfficialScenarios {
    /// One scenario of the suite for servers.
    struct ServerRow: Sendable {
        /// As the suite names it.
        let name: String
        /// Nil for both revisions.
        let only: ProtocolRevision?
        /// Whether the suite requires it; others it runs and reports.
        let isRequired: Bool
        /// The checks that try the same on any server.
        let checks: [CheckID]

        init(_ name: String, only: ProtocolRevision? = nil, unscored: Bool = false, _ checks: CheckID...) {
            self.init(name, only: only, isRequired: !unscored, checks: checks)
        }

        init(_ name: String, only: ProtocolRevision?, isRequired: Bool, checks: [CheckID]) {
            self.name = name
            self.only = only
            self.isRequired = isRequired
            self.checks = checks
        }
    }

    /// The revisions of which the suite says what conforms to them.
    package static let revisions: [ProtocolRevision] = [.november2025, .july2026]

    /// What it requires of a server in a revision.
    package static func server(in revision: ProtocolRevision) -> [String] {
        serverRows.filter { $0.isRequired && ($0.only ?? revision) == revision }.map(\.name)
    }

    /// What it runs beside that, and does not score.
    package static func unscoredServer(in revision: ProtocolRevision) -> [String] {
        serverRows.filter { !$0.isRequired && ($0.only ?? revision) == revision }.map(\.name)
    }

    /// What it requires of a client in a revision: everything that a scene of ours plays and is no extension.
    package static func client(in revision: ProtocolRevision) -> [String] {
        ClientScene.all.filter { $0.isOfficial && !$0.isUnscored && $0.revisions.contains(revision) }.map(\.scenario)
    }

    /// The checks that try what a scenario tries, of servers or of clients.
    package static func checks(of scenario: String) -> [CheckID] {
        let server = serverRows.first { $0.name == scenario }?.checks ?? []
        let client = ClientCheckRegistry.checks.filter { $0.scenes.contains(scenario) }.map(\.id)
        return server + client
    }

    /// The scenarios that try what a check tries.
    package static func scenarios(of check: CheckID) -> [String] {
        let server = serverRows.filter { $0.checks.contains(check) }.map(\.name)
        let client = ClientCheckRegistry.checks.first { $0.id == check }?.scenes ?? []
        return server + client.filter { ClientScene.scene($0)?.isOfficial == true }
    }
}
