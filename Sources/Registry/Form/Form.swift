import JSON

/// One description of a kind of value, from which reading, writing and the published JSON Schema all follow.
///
/// Schemas are made when somebody asks for them: whoever reads one entry, such as a mock at its start, needs none.
struct Form<Value: Sendable>: Sendable {
    private let makeSchema: @Sendable () -> JSONValue
    private let makeDefinitions: @Sendable () -> [String: JSONValue]
    /// Gives nil and notes why for what is not of this form.
    let read: @Sendable (JSONValue, inout FaultList) -> Value?
    /// The shortest text that reads back as the same value.
    let write: @Sendable (Value) -> JSONValue

    init(
        schema: @autoclosure @escaping @Sendable () -> JSONValue,
        definitions: @autoclosure @escaping @Sendable () -> [String: JSONValue] = [:],
        read: @escaping @Sendable (JSONValue, inout FaultList) -> Value?,
        write: @escaping @Sendable (Value) -> JSONValue
    ) {
        makeSchema = schema
        makeDefinitions = definitions
        self.read = read
        self.write = write
    }

    /// What may be written, as a JSON Schema; refers to ``definitions`` by name.
    var schema: JSONValue { makeSchema() }

    /// The named schemas that this one refers to.
    var definitions: [String: JSONValue] { makeDefinitions() }
}

extension Form {
    /// A form whose values are plain: one closure reads, and gives nil for what it does not take.
    static func plain(
        _ schema: @autoclosure @escaping @Sendable () -> JSONValue,
        _ expected: String,
        read: @escaping @Sendable (JSONValue) -> Value?,
        write: @escaping @Sendable (Value) -> JSONValue
    ) -> Form {
        Form(
            schema: schema(),
            read: { value, faults in
                let result = read(value)
                if result == nil { faults.add(value, insteadOf: expected) }
                return result
            },
            write: write
        )
    }

    /// The same form with a short spelling beside the full one.
    ///
    /// `read` gives nil for what is not the short spelling, `write` for a value that it cannot express.
    func orShort(
        _ short: @autoclosure @escaping @Sendable () -> JSONValue,
        read readShort: @escaping @Sendable (JSONValue) -> Value?,
        write writeShort: @escaping @Sendable (Value) -> JSONValue?
    ) -> Form {
        let full = self
        return Form(
            schema: ["anyOf": [short(), full.schema]],
            definitions: full.definitions,
            read: { value, faults in readShort(value) ?? full.read(value, &faults) },
            write: { writeShort($0) ?? full.write($0) }
        )
    }
}
