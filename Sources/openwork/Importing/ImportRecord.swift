import JSON

/// Which integrations the last import made, so that it can be taken back; it holds no values.
struct ImportRecord {
    private let path: String
    private(set) var integrations: [String]

    /// An import that begins now.
    init(beginningIn memory: String) {
        path = memory + "/last-import.json"
        integrations = []
    }

    /// The last import; nil where there was none, or it was taken back.
    init?(lastIn memory: String) throws {
        path = memory + "/last-import.json"
        guard let bytes = try WholeFile.bytes(of: path) else { return nil }
        guard let json = try? JSONValue(parsing: bytes), let ids = json["integrations"]?.arrayValue else {
            throw ClientFault.local("\(path) cannot be understood: remove it")
        }
        integrations = ids.compactMap(\.stringValue)
    }

    /// Written before the thing is done, so that what a crash leaves can be taken back as well.
    mutating func note(_ id: String) throws {
        integrations.append(id)
        let json: JSONValue = ["integrations": .array(integrations.map { .string($0) })]
        try WholeFile.replace(path, with: Array((json.text(.pretty) + "\n").utf8))
    }

    func forget() throws {
        try WholeFile.remove(path)
    }
}
