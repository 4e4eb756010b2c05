import JSON

/// One description of a kind of value, from which reading, writing and the published JSON Schema all follow.
struct Form<Value: Sendable>: Sendable {
    /// What may be written, as a JSON Schema; refers to ``definitions`` by name.
    var schema: JSONValue
    /// The named schemas that this one refers to.
    var definitions: [String: JSONValue] = [:]
    /// Gives nil and notes why for what is not of this form.
    var read: @Sendable (JSONValue, inout FaultList) -> Value?
    /// The shortest text that reads back as the same value.
    var write: @Sendable (Value) -> JSONValue
}

extension Form {
    /// A form whose values are plain: one closure reads, and gives nil for what it does not take.
    static func plain(
        _ schema: JSONValue,
        _ expected: String,
        read: @escaping @Sendable (JSONValue) -> Value?,
        write: @escaping @Sendable (Value) -> JSONValue
    ) -> Form {
        Form(
            schema: schema,
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
        _ short: JSONValue,
        read readShort: @escaping @Sendable (JSONValue) -> Value?,
        write writeShort: @escaping @Sendable (Value) -> JSONValue?
    ) -> Form {
        let full = self
        return Form(
            schema: ["anyOf": [short, schema]],
            definitions: definitions,
            read: { value, faults in readShort(value) ?? full.read(value, &faults) },
            write: { writeShort($0) ?? full.write($0) }
        )
    }
}
