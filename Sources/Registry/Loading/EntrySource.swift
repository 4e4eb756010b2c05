import JSON

/// Where an entry stands: in one file, or in the user's over a shipped one.
struct EntrySource: Sendable {
    var document: RegistryDocument
    var item: RegistryDocument.Item
    var isShipped: Bool
    /// What it is laid over; members that ``item`` does not give come from there.
    var over: [EntrySource]?

    /// What is needed to say where something stands: the trees of all files together take megabytes.
    var placesOnly: EntrySource {
        var places = self
        places.document.forgetItems()
        places.item.forgetValues()
        places.over = over.map { $0.map(\.placesOnly) }
        return places
    }

    /// The file of each fault is that of the member that it is about.
    func located(
        _ faults: [EntryFault],
        rule: String,
        _ severity: RegistryFault.Severity = .error
    ) -> [RegistryFault] {
        guard let below = over?.first else { return document.located(faults, in: item, rule: rule, severity) }
        let isBelow = { (fault: EntryFault) in
            guard let member = fault.pointer.tokens.first else { return false }
            return item.object[member] == nil && below.item.object[member] != nil
        }
        return document.located(faults.filter { !isBelow($0) }, in: item, rule: rule, severity)
            + below.located(faults.filter(isBelow), rule: rule, severity)
    }
}
