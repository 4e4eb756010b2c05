import Install
import JSON
import Store

extension InstallLibrary {
    /// What was found wrong at the start, and mended.
    package struct Healing: Sendable, Hashable {
        /// Folders that were given their row: a crash came between the two.
        package var adopted: [String] = []
        /// Folders without a row, and halves of installs and removals; all gone now.
        package var removed: [String] = []
        /// Integrations whose version in use is not whole: the version before is, or it has to be fetched again.
        package var broken: [String] = []

        /// Whether all was well.
        package var isEmpty: Bool { adopted.isEmpty && removed.isEmpty && broken.isEmpty }
    }

    /// Brings folders and rows together, before anything is started and while nobody installs.
    package func heal() async throws -> Healing {
        var healing = Healing()
        InstallShelf.removeLeftovers(in: home)
        for integration in InstallShelf.integrations(in: home) {
            let shelf = shelf(of: integration)
            shelf.removeLeftovers()
            var rows = try await store.installs(of: integration)
            for label in shelf.labels where !rows.contains(where: { $0.version == label }) {
                let isInUse = rows.contains { $0.isCurrent && found($0) != nil }
                if !isInUse, let row = orphan(label, of: integration) {
                    try await store.addInstall(row)
                    rows = try await store.installs(of: integration)
                    healing.adopted.append(row.folder)
                } else {
                    shelf.remove(label)
                    healing.removed.append(shelf.folder(label))
                }
            }
        }
        for integration in try await store.installedIntegrations() {
            try await healRows(of: integration, &healing)
        }
        return healing
    }

    /// Rows whose folder is not whole are forgotten, the one in use only when there is another.
    private func healRows(of integration: String, _ healing: inout Healing) async throws {
        for row in try await store.installs(of: integration) where found(row) == nil {
            if row.isCurrent {
                healing.broken.append(row.folder)
                while let former = try await store.rollBackInstall(of: integration), found(former) == nil {}
            }
            if try await store.removeInstall(of: integration, version: row.version) {
                shelf(of: integration).remove(row.version)
            }
        }
    }

    /// The row that a whole folder should have.
    private func orphan(_ label: String, of integration: String) -> StoredInstall? {
        let shelf = shelf(of: integration)
        guard let made = installer.installation(at: shelf.path(label)), let kind = made.identity["kind"]?.stringValue,
            let package = made.identity["package"]?.stringValue, shelf.lock(of: made.identity) == made.lock
        else { return nil }
        return StoredInstall(
            integration: integration,
            version: label,
            kind: kind,
            package: package,
            integrity: made.lock.first { $0.name == package }?.integrity,
            folder: shelf.folder(label),
            installedAt: now()
        )
    }
}

extension InstallLibrary {
    func shelf(of integration: String) -> InstallShelf { InstallShelf(home: home, integration: integration) }

    /// A row with what is in its folder; nil when that is not whole.
    func found(_ row: StoredInstall) -> InstalledServer? {
        installer.installation(at: "\(home)/\(row.folder)").map { InstalledServer(row: row, installation: $0) }
    }

    /// Removes a version that is not in use: its row, then its folder.
    func discard(_ row: StoredInstall) async throws {
        if try await store.removeInstall(of: row.integration, version: row.version) {
            shelf(of: row.integration).remove(row.version)
        }
    }
}
