package import DaemonAPI
import Gateway
import Health
import Registry
import Supervision
import Synchronization

extension Desk {
    /// Told from memory and by the fleet: nobody is waited for, and rows that have not changed are not made anew.
    package func status() async throws -> StatusReport {
        let (scene, registry) = statusScene()
        let rows = await board.rows(scene) { self.statusRow($0, scene.offers) }
        return statusReport(registry, rows)
    }

    /// Written once for all who ask before something changes.
    package func statusText() async throws -> (text: TaggedJSON, at: Timestamp) {
        let (scene, registry) = statusScene()
        // Before the rows are made: what is told is at least as young.
        let moment = now
        let text = await board.document(scene) { entry in
            self.statusRow(entry, scene.offers)
        } summary: { rows in
            self.statusReport(registry, rows)
        }
        return (text, moment)
    }

    /// Revisions are taken before the rows are made: what changes in between is made once more, and never missed.
    private func statusScene() -> (StatusBoard.Scene, RegistrySnapshot) {
        let (edition, registry) = memory.withLock { ($0.edition, $0.registry) }
        let scene = StatusBoard.Scene(
            edition: edition,
            entries: registry.integrations,
            revisions: fleet.revisions(),
            offers: offers(),
            now: fleet.now
        )
        return (scene, registry)
    }

    private func statusRow(
        _ entry: Integration,
        _ offers: OfferBook
    ) -> (row: IntegrationStatus, until: Moment?) {
        let status = fleet.status(of: entry.id)
        return (report(of: entry, status, offers), status?.holdsUntil)
    }

    private func statusReport(_ registry: RegistrySnapshot, _ rows: [IntegrationStatus]) -> StatusReport {
        let states = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        return StatusReport(
            at: now,
            integrations: rows,
            roles: registry.roles.map { RoleReadiness(id: $0.id, missing: missing(of: $0, states)) },
            faults: registry.faults.map { RegistryFaultReport($0) }
        )
    }
}
