import JSON

/// What the wizard remembers between two runs; how far each integration is, the daemon knows.
struct SetupMemory {
    private let path: String
    var roles: [String] = []

    init(in folder: String) {
        path = folder + "/setup.json"
        // What cannot be read is asked for again.
        let json = (try? WholeFile.bytes(of: path)).flatMap { $0 }.flatMap { try? JSONValue(parsing: $0) }
        roles = (json?["roles"]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    func keep() throws {
        let json: JSONValue = ["roles": .array(roles.map { .string($0) })]
        try WholeFile.replace(path, with: Array((json.text(.pretty) + "\n").utf8))
    }

    func forget() throws {
        try WholeFile.remove(path)
    }
}
