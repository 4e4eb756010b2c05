/// The fields that go with every request to a server elsewhere, and the credentials in them.
struct InitHeaders: Sendable {
    /// One of them.
    struct Field: Sendable {
        let name: String
        let value: String

        /// The value without the scheme before it, as in `Bearer …`.
        var credential: String { value.split(separator: " ", maxSplits: 1).last.map(String.init) ?? value }

        fileprivate func holds(_ secrets: some Sequence<String>) -> Bool {
            secrets.contains { !$0.isEmpty && value.contains($0) }
        }
    }

    private let given: [String]
    private let fields: [Field]
    private let id: String

    /// Takes the id of the entry, for the names of variables that nobody named.
    init(_ server: FixtureServerOptions, id: String) {
        given = server.headers
        // Of a plain one somebody said that it holds nothing.
        fields = Self.fields(server).filter { field in
            !server.plain.contains { $0.lowercased() == field.name.lowercased() }
        }
        self.id = id
    }

    /// Names and values.
    static func fields(_ server: FixtureServerOptions) -> [Field] {
        server.headers.map { header in
            let name = header.prefix { $0 != ":" }
            return Field(name: String(name), value: String(header.dropFirst(name.count + 1).drop { $0 == " " }))
        }
    }

    /// Names for the credentials in fields of which none of these variables is the value.
    func unnamed(beside values: [String: String]) -> [String] {
        fields.filter { !$0.holds(values.values) }.map(variable)
    }

    /// The values that are known from a field only: of the credentials that have none yet, then of unnamed ones.
    func assigned(_ credentials: [String], _ values: [String: String]) -> [String: String] {
        var waiting = credentials.filter { values[$0] == nil }[...]
        var found: [String: String] = [:]
        for field in fields where !field.holds(values.values) {
            let own = variable(field)
            let name = waiting.contains(own) ? own : waiting.first ?? own
            waiting.removeAll { $0 == name }
            found[name] = field.credential
        }
        return found
    }

    /// The fields that hold none of these.
    func without(_ secrets: [String]) -> [String] {
        given.filter { header in !secrets.contains { header.contains($0) } }
    }

    /// The fields, with something else in the place of these.
    func replacing(_ secrets: [String], with other: String) -> [String] {
        given.map { header in secrets.reduce(header) { $0.replacing($1, with: other) } }
    }

    private func variable(_ field: Field) -> String {
        var words = field.name.lowercased().split(separator: "-").map(String.init)
        if words.first == "x" { words.removeFirst() }
        if words == ["authorization"] { words = ["token"] }
        return (id.split(separator: "-").map(String.init) + words).joined(separator: "_").uppercased()
    }
}
