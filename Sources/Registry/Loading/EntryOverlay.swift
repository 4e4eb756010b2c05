import JSON

/// The entries while the user's are being laid over the shipped ones.
struct EntryOverlay {
    private(set) var integrations: [Integration] = []
    private(set) var sources: [String: EntrySource] = [:]
    private(set) var faults: [RegistryFault] = []

    mutating func addShipped(_ document: RegistryDocument) {
        faults += document.faults
        for item in document.items { add(EntrySource(document: document, item: item, isShipped: true)) }
    }

    mutating func lay(_ document: RegistryDocument) {
        faults += document.faults
        for item in document.items { add(EntrySource(document: document, item: item, isShipped: false)) }
    }

    private mutating func add(_ source: EntrySource) {
        guard let id = source.item.id, let known = sources[id] else { return read(source, source.item.object) }
        guard known.isShipped, !source.isShipped, known.over == nil else {
            let first = known.document.file
            let twice = EntryFault(
                JSONPointer(tokens: ["id"]),
                "is \"\(id)\" a second time",
                fix: "choose another id, or mend the entry in \(first)"
            )
            faults += source.located([twice], rule: "REG-DUPLICATE-ID")
            return
        }
        var laid = source
        laid.over = [known]
        read(laid, Self.merged(source.item.object, over: known.item.object))
    }

    private mutating func read(_ source: EntrySource, _ object: JSONObject) {
        do throws(EntryError) {
            let entry = try Integration(json: .object(object))
            if let place = integrations.firstIndex(where: { $0.id == entry.id }) {
                integrations[place] = entry
            } else {
                integrations.append(entry)
            }
            sources[entry.id] = source
        } catch {
            faults += source.located(error.faults, rule: "REG-FORM")
        }
    }

    private static func merged(_ object: JSONObject, over below: JSONObject) -> JSONObject {
        var result = below
        if object["npmPackage"] != nil { result["servers"] = nil }
        if object["servers"] != nil { result["npmPackage"] = nil }
        for (key, value) in object { result[key] = value }
        return result
    }
}
