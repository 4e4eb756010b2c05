package import Registry

/// Which files are looked at, and what they are laid over.
package struct LintRun: Sendable {
    /// How the files stand to the shipped entries.
    package enum Reading: Sendable {
        /// Each file is judged by itself, as a part of the catalogue.
        case alone
        /// The files are laid over the shipped entries, as the daemon does with the user's.
        case overlay
    }

    private let shipped: ShippedFiles?
    private let files: [String]
    private let reading: Reading

    /// Names the files or folders; none for the shipped registry itself.
    package init(shipped: ShippedFiles?, files: [String], reading: Reading = .alone) {
        self.shipped = shipped
        self.files = files
        self.reading = reading
    }

    /// Reads and judges everything.
    package func report() -> LintReport {
        guard !files.isEmpty else {
            var loader = RegistryLoader(shipped: shipped)
            let snapshot = loader.load()
            return LintReport(faults: RegistryLint.faults(in: snapshot), entryCount: snapshot.integrations.count)
        }
        let own = files.flatMap { RegistryDocument.read($0, .integrations) }
        let roles = shipped.map { RegistryDocument.read($0.roles, .roles) } ?? []
        let catalogue = shipped.map { RegistryDocument.read($0.catalogue, .integrations) } ?? []
        let snapshot =
            switch reading {
            case .alone: RegistrySnapshot(catalogue: own, roles: roles)
            case .overlay: RegistrySnapshot(catalogue: catalogue, roles: roles, userEntries: own)
            }
        let names = Set(own.map(\.file))
        let entries = snapshot.integrations.filter { snapshot.isFrom(names, $0.id) }
        let found = RegistryLint.faults(in: snapshot, only: Set(entries.map(\.id)))
        return LintReport(faults: found.filter { names.contains($0.file) }, entryCount: entries.count)
    }
}
