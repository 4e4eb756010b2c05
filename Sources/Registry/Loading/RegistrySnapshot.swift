import JSON
import Wording

/// The registry as it was at one moment: the shipped entries and roles, with what the user has laid over them.
package struct RegistrySnapshot: Sendable {
    /// Every entry that is sound, shipped ones first, in the order of their files.
    package let integrations: [Integration]
    /// Every role, shipped ones first; integrations that name a role themselves are among its own.
    package let roles: [Role]
    /// Everything that is wrong; what it concerns is left out or, where something shipped is overlaid, as shipped.
    package let faults: [RegistryFault]
    private let places: [String: Int]
    private let sources: [String: EntrySource]

    /// Lays the user's entries and roles over the shipped ones, id by id.
    ///
    /// A user's entry replaces the members that it gives and keeps the others; its `npmPackage` stands for `servers`. A
    /// user's role replaces the shipped one.
    package init(
        catalogue: [RegistryDocument],
        roles shippedRoles: [RegistryDocument] = [],
        userEntries: [RegistryDocument] = [],
        userRoles: [RegistryDocument] = []
    ) {
        var entries = EntryOverlay()
        for document in catalogue { entries.addShipped(document) }
        for document in userEntries { entries.lay(document) }
        var roles = RoleOverlay()
        for document in shippedRoles { roles.addShipped(document) }
        for document in userRoles { roles.lay(document) }
        let integrations = entries.integrations
        self.integrations = integrations
        places = Dictionary(uniqueKeysWithValues: zip(integrations.map(\.id), integrations.indices))
        sources = entries.sources.mapValues(\.placesOnly)
        let (finished, unknown) = roles.finished(with: integrations, from: entries.sources)
        self.roles = finished
        faults = entries.faults + roles.faults + unknown
    }

    /// The entry with this id.
    package subscript(_ id: String) -> Integration? { places[id].map { integrations[$0] } }

    /// What somebody probably meant by an id that no entry has; nil when none is near.
    package func nearest(to id: String) -> String? { NearestName.of(id, among: integrations.map(\.id)) }

    /// The role with this id.
    package func role(_ id: String) -> Role? { roles.first { $0.id == id } }

    /// The integrations of a role that are known, in its order; nil for an unknown role.
    package func integrations(ofRole id: String) -> [Integration]? {
        role(id).map { $0.integrations.compactMap { self[$0] } }
    }

    /// Whether an entry is shipped and nothing is laid over it.
    package func isAsShipped(_ id: String) -> Bool { sources[id].map { $0.isShipped && $0.over == nil } ?? false }

    /// Whether an entry, or what is laid over it, stands in one of these files.
    package func isFrom(_ files: Set<String>, _ id: String) -> Bool {
        sources[id].map { files.contains($0.document.file) } ?? false
    }

    /// Places what is found wrong with a sound entry after reading: for rules that look at the whole.
    package func located(
        _ faults: [EntryFault],
        in id: String,
        rule: String,
        _ severity: RegistryFault.Severity
    ) -> [RegistryFault] {
        sources[id]?.located(faults, rule: rule, severity) ?? []
    }
}
