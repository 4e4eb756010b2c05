package import Probing
package import Registry
import Synchronization

/// What the mocks of the demonstration play: each stands in for the server of one integration.
package final class DemoStage: Sendable {
    private let mock: String
    private let conditions: Mutex<[String: String]>

    /// Mocks are started from this executable; some play something wrong from the beginning.
    package init(mock: String, standing: [String: String] = DemoIncident.standing) {
        self.mock = mock
        conditions = Mutex(standing)
    }

    /// What runs in the place of a server.
    package func standIn(for entry: Integration, _ server: IntegrationServer) -> Capabilities.Installed {
        let condition = conditions.withLock { $0[entry.id] } ?? "sound"
        return Capabilities.Installed(
            mock,
            arguments: [entry.id, "--server", server.id, "--condition", condition, "--"]
        )
    }

    /// From its next start on an integration's mock plays this.
    package func set(_ condition: String?, of integration: String) {
        conditions.withLock { $0[integration] = condition }
    }
}
