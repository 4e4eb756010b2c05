import JSON
import Wording

/// The roles while the user's are being laid over the shipped ones.
struct RoleOverlay {
    private(set) var faults: [RegistryFault] = []
    private var roles: [Role] = []
    private var sources: [String: EntrySource] = [:]

    mutating func addShipped(_ document: RegistryDocument) { add(document, isShipped: true) }

    mutating func lay(_ document: RegistryDocument) { add(document, isShipped: false) }

    private mutating func add(_ document: RegistryDocument, isShipped: Bool) {
        faults += document.faults
        for item in document.items { add(EntrySource(document: document, item: item, isShipped: isShipped)) }
    }

    private mutating func add(_ source: EntrySource) {
        do throws(EntryError) {
            let role = try Role(json: .object(source.item.object))
            if let known = sources[role.id], known.isShipped == source.isShipped {
                let twice = EntryFault(
                    JSONPointer(tokens: ["id"]),
                    "is \"\(role.id)\" a second time",
                    fix: "choose another id, or change \(known.document.file)"
                )
                faults += source.located([twice], rule: "REG-DUPLICATE-ID")
                return
            }
            sources[role.id] = source
            guard let place = roles.firstIndex(where: { $0.id == role.id }) else { return roles.append(role) }
            roles[place] = role
        } catch {
            faults += source.located(error.faults, rule: "REG-FORM")
        }
    }

    /// The roles with the integrations that name them, and what names something unknown on either side.
    func finished(
        with integrations: [Integration],
        from entries: [String: EntrySource]
    ) -> (roles: [Role], faults: [RegistryFault]) {
        let ids = Set(integrations.map(\.id))
        var finished = roles
        var faults: [RegistryFault] = []
        for role in roles {
            let unknown = role.integrations.enumerated().filter { !ids.contains($0.element) }.map { place, id in
                EntryFault(
                    JSONPointer(tokens: ["mcpServers", "\(place)"]),
                    "is \"\(id)\", which no entry has",
                    fix: Self.hint(id, among: ids.sorted(), "add an entry with this id, or take it out")
                )
            }
            faults += sources[role.id]?.located(unknown, rule: "REG-ROLE-INTEGRATION") ?? []
        }
        guard !roles.isEmpty else { return (finished, faults) }
        let names = roles.map(\.id)
        for entry in integrations {
            var unknown: [EntryFault] = []
            for (place, name) in entry.roles.enumerated() {
                guard let index = finished.firstIndex(where: { $0.id == name }) else {
                    unknown.append(
                        EntryFault(
                            JSONPointer(tokens: ["roles", "\(place)"]),
                            "is \"\(name)\", which is no role",
                            fix: Self.hint(name, among: names, "take one of \(names.joined(separator: ", "))")
                        )
                    )
                    continue
                }
                if !finished[index].integrations.contains(entry.id) { finished[index].integrations.append(entry.id) }
            }
            faults += entries[entry.id]?.located(unknown, rule: "REG-ROLE") ?? []
        }
        return (finished, faults)
    }

    private static func hint(_ name: String, among known: [String], _ otherwise: String) -> String {
        NearestName.of(name, among: known).map { "did you mean \($0)?" } ?? otherwise
    }
}
