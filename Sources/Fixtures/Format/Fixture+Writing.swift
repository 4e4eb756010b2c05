import JSON

extension Fixture {
    /// The whole file; equal fixtures give equal bytes.
    package var text: String {
        ([header.json] + entries.map(\.json)).map { $0.text() + "\n" }.joined()
    }
}

extension FixtureHeader {
    var json: JSONValue {
        var object: JSONObject = ["format": .string(Fixture.format)]
        object["integration"] = integration.map { .string($0) }
        object["kind"] = .string(kind.rawValue)
        object["provenance"] = .string(provenance.word)
        if case .documented(let sources) = provenance { object["sources"] = .array(sources.map { .string($0) }) }
        object["server"] = .object(server.json)
        object["revision"] = revision.map { .string($0) }
        object["transport"] = .string(transport.rawValue)
        object["recordedAt"] = .string(recordedAt.description)
        object["expires"] = expires.map { .string($0.description) }
        let sorted = redactions.sorted { $0.key < $1.key }
        object["redactions"] = .object(JSONObject(sorted.map { ($0.key, .number(JSONNumber($0.value))) }))
        object["note"] = note.map { .string($0) }
        return .object(object)
    }
}

extension FixtureServer {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["package"] = package.map { .string($0) }
        object["version"] = version.map { .string($0) }
        if !command.isEmpty { object["command"] = .array(command.map { .string($0) }) }
        object["url"] = url.map { .string($0) }
        return object
    }
}

extension FixtureEntry {
    var json: JSONValue {
        var object: JSONObject = ["at": .number(JSONNumber(at)), "from": .string(from.rawValue)]
        object["exchange"] = exchange.map { .number(JSONNumber($0)) }
        object["message"] = message
        return .object(object)
    }
}
