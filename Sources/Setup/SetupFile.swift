package import JSON
import Wording

/// A file that says what a wizard would ask for; secrets stand elsewhere.
package struct SetupFile: Sendable, Hashable {
    /// Where a value comes from.
    package enum Value: Sendable, Hashable {
        /// It stands in the file.
        case plain(String)
        /// The variable of this name has it.
        case variable(String)
        /// The first line of this file is it.
        case file(String)
    }

    /// What one integration gets.
    package struct Item: Sendable, Hashable {
        /// Its id.
        package var id: String
        /// Which of its servers; nil for the best.
        package var server: String?
        /// Settings by name, in the order of the file.
        package var values: [(name: String, value: Value)]

        /// An integration with what it gets.
        package init(id: String, server: String? = nil, values: [(name: String, value: Value)] = []) {
            self.id = id
            self.server = server
            self.values = values
        }

        package static func == (left: Item, right: Item) -> Bool {
            left.id == right.id && left.server == right.server
                && left.values.elementsEqual(right.values) { $0 == $1 }
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }

    /// Ids of the roles that have to be ready afterwards.
    package let roles: [String]
    /// In the order of the file.
    package let items: [Item]
    /// Names of clients that are told about the roles.
    package let clients: [String]

    /// Reads what JSON or YAML holds.
    /// - Throws: everything that is wrong with it.
    package init(_ json: JSONValue) throws(SetupFaults) {
        var faults: [String] = []
        guard let object = json.objectValue else {
            throw SetupFaults(["the file holds no object: begin with roles: and integrations:"])
        }
        Self.check(object, known: ["roles", "integrations", "clients"], at: "", &faults)
        roles = Self.names(object["roles"], "roles", &faults)
        clients = Self.names(object["clients"], "clients", &faults)
        var items: [Item] = []
        if let list = object["integrations"], list.objectValue == nil, !list.isNull {
            faults.append("integrations is no object: write the settings of each under its id")
        }
        for (id, settings) in object["integrations"]?.objectValue ?? [:] {
            items.append(Self.item(id, settings, &faults))
        }
        self.items = items
        guard faults.isEmpty else { throw SetupFaults(faults) }
    }

    private static func item(_ id: String, _ json: JSONValue, _ faults: inout [String]) -> Item {
        let place = "integrations.\(id)"
        guard !json.isNull else { return Item(id: id, server: nil, values: []) }
        guard let object = json.objectValue else {
            faults.append("\(place) is no object: write env: below it")
            return Item(id: id, server: nil, values: [])
        }
        check(object, known: ["env", "server"], at: place, &faults)
        if let server = object["server"], server.stringValue == nil {
            faults.append("\(place).server is no text: name one of the integration's servers")
        }
        if let env = object["env"], env.objectValue == nil, !env.isNull {
            faults.append("\(place).env is no object: write NAME: value below it")
        }
        var values: [(name: String, value: Value)] = []
        for (name, json) in object["env"]?.objectValue ?? [:] {
            guard let value = value(json, "\(place).env.\(name)", &faults) else { continue }
            values.append((name, value))
        }
        return Item(id: id, server: object["server"]?.stringValue, values: values)
    }

    private static func value(_ json: JSONValue, _ place: String, _ faults: inout [String]) -> Value? {
        switch json {
        case .string(let text): return .plain(text)
        case .number(let number): return .plain(number.description)
        case .bool(let truth): return .plain(truth ? "true" : "false")
        case .object(let object):
            if object.count == 1, let name = object["env"]?.stringValue { return .variable(name) }
            if object.count == 1, let path = object["file"]?.stringValue { return .file(path) }
        default: break
        }
        faults.append("\(place) is neither a value nor a reference: write a text, {env: VARIABLE} or {file: PATH}")
        return nil
    }

    private static func names(_ json: JSONValue?, _ place: String, _ faults: inout [String]) -> [String] {
        guard let json, !json.isNull else { return [] }
        guard let list = json.arrayValue else {
            faults.append("\(place) is no list: write [one, another]")
            return []
        }
        return list.enumerated().compactMap { index, element in
            if element.stringValue == nil { faults.append("\(place)[\(index)] is no text: write its id") }
            return element.stringValue
        }
    }

    private static func check(_ object: JSONObject, known: [String], at place: String, _ faults: inout [String]) {
        for key in object.keys where !known.contains(key) {
            let hint = NearestName.of(key, among: known).map { ", did you mean \($0)?" } ?? ""
            let path = place.isEmpty ? key : "\(place).\(key)"
            faults.append("\(path) is not known here\(hint.isEmpty ? ": use \(known.joined(separator: ", "))" : hint)")
        }
    }
}
