package import Install
package import Registry
package import Store

/// The servers that lie on this machine, version by version: which of them is in use, and which it can go back to.
///
/// A version is a folder `servers/<id>/<version>` of the home, a lock beside it and a row in the store. The row is
/// written last and decides: what has none is never started. Who changes the same integration waits for their turn.
package final class InstallLibrary: Sendable {
    let home: String
    let store: any InstallStore
    let installer: Installer
    private let keptVersions: Int
    let now: @Sendable () -> WallTime
    private let turns = Turns()

    /// - Parameters:
    ///   - home: the daemon's folder, absolute; nobody else installs into it.
    ///   - store: keeps the rows.
    ///   - installer: fetches and unpacks.
    ///   - keptVersions: versions that are kept of each integration, the one in use included; at least two.
    ///   - now: the time that people see.
    package init(
        home: String,
        store: any InstallStore,
        installer: Installer,
        keptVersions: Int = 3,
        now: @escaping @Sendable () -> WallTime
    ) {
        self.home = home
        self.store = store
        self.installer = installer
        self.keptVersions = max(2, keptVersions)
        self.now = now
    }

    /// Whether there is anything to fetch for a server of this kind before it can be started.
    package static func fetches(_ kind: ServerKind) -> Bool {
        switch kind {
        case .npm, .pypi, .oci: true
        case .command, .remote, .skill: false
        }
    }

    /// What is in use, whatever version; nil where nothing is installed whole.
    ///
    /// Needs no network.
    package func current(of integration: String) async throws -> InstalledServer? {
        try await rows(of: integration).first { $0.isCurrent }.flatMap(found)
    }

    /// Every version that lies whole on this machine, the newest first.
    package func versions(of integration: String) async throws -> [InstalledServer] {
        try await rows(of: integration).compactMap(found)
    }

    /// Makes what an entry names the one in use, fetching it unless it is there.
    ///
    /// What was fetched once is fetched the same again: down to the last dependency by its lock.
    /// - Parameters:
    ///   - request: what; a lock in it comes before the one that was kept.
    ///   - onEvent: called for each event, from any thread; must not block.
    /// - Returns: what is in use now.
    /// - Throws: `InstallError`, `StoreError`, `CancellationError`; what was in use then still is.
    package func install(
        _ request: InstallRequest,
        onEvent: @escaping @Sendable (InstallEvent) -> Void = { _ in }
    ) async throws -> InstalledServer {
        try await turns.take(request.integration) {
            let rows = try await rows(of: request.integration)
            let same = rows.compactMap(found).filter { $0.installation.identity == request.identity }
            if let ready = same.first(where: { $0.row.isCurrent }) ?? same.first {
                onEvent(.reused)
                return ready.row.isCurrent ? ready : try await use(ready)
            }
            var request = request
            let shelf = shelf(of: request.integration)
            if request.lock.isEmpty { request.lock = shelf.lock(of: request.identity) }
            return try await fetch(request, rows, onEvent)
        }
    }

    /// Fetches what an entry names anew, beside what is in use, with whatever its dependencies are today.
    ///
    /// - Returns: what is in use now: the new one, or what was in use when that is the same to the last dependency.
    /// - Throws: `InstallError`, `StoreError`, `CancellationError`; what was in use then still is.
    package func upgrade(
        _ request: InstallRequest,
        onEvent: @escaping @Sendable (InstallEvent) -> Void = { _ in }
    ) async throws -> InstalledServer {
        try await turns.take(request.integration) {
            let rows = try await rows(of: request.integration)
            let present = rows.first { $0.isCurrent }.flatMap(found)
            return try await fetch(request, rows, besides: present, onEvent)
        }
    }

    /// Makes the version that was in use before the present one the one in use again; the present one is removed.
    /// - Returns: what is in use now; nil, and nothing changed, when there is none to go back to.
    package func rollBack(_ integration: String) async throws -> InstalledServer? {
        try await turns.take(integration) {
            let present = try await rows(of: integration).first { $0.isCurrent }
            while let row = try await store.rollBackInstall(of: integration) {
                guard let former = found(row) else { continue }
                if let present { try await discard(present) }
                return former
            }
            return nil
        }
    }

    /// Removes every version, first what says that they are there.
    package func uninstall(_ integration: String) async throws {
        try await turns.take(integration) {
            // Without its folder a row is nothing, so a crash in between leaves nothing that could be started.
            shelf(of: integration).removeAll()
            try await store.forgetInstalls(of: integration)
        }
    }

    // MARK: Steps

    private func fetch(
        _ request: InstallRequest,
        _ rows: [StoredInstall],
        besides present: InstalledServer? = nil,
        _ onEvent: @escaping @Sendable (InstallEvent) -> Void
    ) async throws -> InstalledServer {
        let shelf = shelf(of: request.integration)
        // A row whose folder is gone keeps its name for what takes its place.
        let taken = Set(rows.filter { found($0) != nil }.map(\.version))
        let label = shelf.freeLabel(for: request.server.version, besides: taken)
        let made = try await installer.install(request, at: shelf.path(label), onEvent: onEvent)
        if let present, present.installation.identity == made.identity, present.installation.lock == made.lock {
            shelf.remove(label)
            return present
        }
        do {
            try shelf.keepLock(of: made, label)
            let row = StoredInstall(
                integration: request.integration,
                version: label,
                kind: request.server.kind.rawValue,
                package: request.server.package ?? "",
                integrity: made.lock.first { $0.name == request.server.package }?.integrity,
                folder: shelf.folder(label),
                installedAt: now()
            )
            let server = try await use(InstalledServer(row: row, installation: made))
            try await prune(request.integration)
            return server
        } catch {
            // What the store does not know is not there.
            if try await store.installs(of: request.integration).allSatisfy({ $0.version != label }) {
                shelf.remove(label)
            }
            throw error
        }
    }

    private func use(_ server: InstalledServer) async throws -> InstalledServer {
        var server = server
        try await store.addInstall(server.row)
        server.row.isCurrent = true
        return server
    }

    private func prune(_ integration: String) async throws {
        for row in try await rows(of: integration).filter({ !$0.isCurrent }).dropFirst(keptVersions - 1) {
            try await discard(row)
        }
    }

    private func rows(of integration: String) async throws -> [StoredInstall] {
        try await store.installs(of: integration)
    }
}
