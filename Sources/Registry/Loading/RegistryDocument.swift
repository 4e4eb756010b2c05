import JSON

/// One file of entries or roles, taken apart as far as needs no meaning: what stands in it, and where.
package struct RegistryDocument: Sendable {
    /// What a file holds.
    package enum Content: String, Sendable {
        /// Integrations, perhaps below the key `integrations`.
        case integrations
        /// Roles, perhaps below the key `roles`.
        case roles
    }

    /// One object of the file.
    struct Item: Sendable {
        let pointer: JSONPointer
        /// Its members; without their values once it has been read.
        private(set) var object: JSONObject
        let id: String?

        init(pointer: JSONPointer, object: JSONObject) {
            self.pointer = pointer
            self.object = object
            id = object["id"]?.stringValue
        }

        /// Keeps what is needed to say where something stands.
        mutating func forgetValues() { object = JSONObject(object.keys.map { ($0, .null) }) }
    }

    /// The name of the file in messages.
    package let file: String
    private(set) var items: [Item]
    /// What is wrong with the file as a whole.
    package let faults: [RegistryFault]
    /// Whether the text could be read at all.
    let isJSON: Bool
    private let bytes: [UInt8]

    /// Takes a file apart: a list, one object, or an object whose only member is the list.
    package init(file: String, bytes: [UInt8], _ content: Content) {
        self.file = file
        self.bytes = bytes
        do throws(JSONError) {
            let (items, wrong) = Self.items(in: try JSONValue(parsing: bytes), content)
            self.items = items
            isJSON = true
            faults = Self.located(wrong, file: file, bytes: bytes, rule: "REG-FORM")
        } catch {
            items = []
            isJSON = false
            let place = JSONPlaces(of: bytes).place(ofByte: error.offset)
            faults = [
                RegistryFault(
                    rule: "REG-JSON",
                    severity: .error,
                    file: file,
                    line: place.line,
                    column: place.column,
                    path: JSONPointer(),
                    fault: "is not JSON",
                    fix: error.code.explanation
                )
            ]
        }
    }

    /// A file or folder that could not be read.
    init(unreadable error: LocalFileError) {
        file = error.path
        bytes = []
        items = []
        isJSON = false
        faults = [
            RegistryFault(
                rule: "REG-FILE",
                severity: .error,
                file: error.path,
                line: 1,
                column: 1,
                path: JSONPointer(),
                fault: "cannot be read (\(error.reason))",
                fix: "give the right path, or allow it to be read"
            )
        ]
    }

    /// Keeps what is needed to say where something stands: the text, and not what was read from it.
    mutating func forgetItems() { items = [] }

    /// Places faults that count from one of the items.
    func located(_ faults: [EntryFault], in item: Item, rule: String, _ severity: RegistryFault.Severity = .error)
        -> [RegistryFault]
    {
        guard !faults.isEmpty else { return [] }
        let places = JSONPlaces(of: bytes)
        return faults.map { fault in
            let place = places.place(of: JSONPointer(tokens: item.pointer.tokens + fault.pointer.tokens))
            return RegistryFault(
                rule: rule,
                severity: severity,
                file: file,
                line: place.line,
                column: place.column,
                subject: item.id,
                path: fault.pointer,
                fault: fault.fault,
                fix: fault.fix
            )
        }
    }

    private static func items(in value: JSONValue, _ content: Content) -> ([Item], [EntryFault]) {
        if let array = value.arrayValue { return items(in: array, at: JSONPointer()) }
        guard let object = value.objectValue else {
            let wrong = EntryFault(JSONPointer(), "is \(value.kindInWords)", fix: "write an object or a list of them")
            return ([], [wrong])
        }
        let list = content.rawValue
        guard let inner = object[list], object["id"] == nil else {
            return ([Item(pointer: JSONPointer(), object: object)], [])
        }
        let strangers = object.keys.filter { $0 != list && $0 != "$schema" }.map {
            EntryFault(JSONPointer(tokens: [$0]), "is not known", fix: "take it out: beside \(list) there is nothing")
        }
        guard let array = inner.arrayValue else {
            let wrong = EntryFault(JSONPointer(tokens: [list]), "is \(inner.kindInWords)", fix: "write a list")
            return ([], strangers + [wrong])
        }
        let (items, faults) = items(in: array, at: JSONPointer(tokens: [list]))
        return (items, strangers + faults)
    }

    private static func items(in array: [JSONValue], at pointer: JSONPointer) -> ([Item], [EntryFault]) {
        var items: [Item] = []
        var faults: [EntryFault] = []
        for (place, value) in array.enumerated() {
            let pointer = pointer.appending(place)
            if let object = value.objectValue {
                items.append(Item(pointer: pointer, object: object))
            } else {
                faults.append(EntryFault(pointer, "is \(value.kindInWords)", fix: "write an object in braces"))
            }
        }
        return (items, faults)
    }

    private static func located(
        _ faults: [EntryFault],
        file: String,
        bytes: [UInt8],
        rule: String
    ) -> [RegistryFault] {
        guard !faults.isEmpty else { return [] }
        let places = JSONPlaces(of: bytes)
        return faults.map { fault in
            let place = places.place(of: fault.pointer)
            return RegistryFault(
                rule: rule,
                severity: .error,
                file: file,
                line: place.line,
                column: place.column,
                path: fault.pointer,
                fault: fault.fault,
                fix: fault.fix
            )
        }
    }
}
