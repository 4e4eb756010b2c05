import Conformance

/// Which integrations `--changed-since` leaves, and why.
struct EntryChange {
    /// Why these, for the report.
    let reason: String
    /// Their ids; nil for all of them.
    let ids: Set<String>?

    /// Asks git.
    init(since revision: String, _ entries: EntryOptions) async throws {
        let checkout = try await GitCheckout()
        func folder(_ path: String, _ below: String = "") -> String {
            var path = path
            while path.hasPrefix("./") { path.removeFirst(2) }
            while path.hasSuffix("/") { path.removeLast() }
            return checkout.prefix + path + "/" + below
        }
        let folders = ChangedFiles.Folders(
            entries: entries.registry.map { [folder($0, "Catalogue/")] } ?? [],
            suites: entries.suites.map { [folder($0)] } ?? []
        )
        let paths = try await checkout.changes(since: revision)
        switch ChangedFiles(paths, folders: folders).scope {
        case .all(let path):
            reason = "everything, since \(path) changed after \(revision)"
            ids = nil
        case .only(let touched):
            reason = "what changed since \(revision)"
            ids = touched
        }
    }
}
