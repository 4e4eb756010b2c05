import JSON

/// The little that is known of a tool without its definition: names of arguments, and whether it changes anything.
package struct ArgumentFacts: Sendable, Hashable {
    /// Arguments that a call must give; nil when not established.
    package var required: Set<String>?
    /// Arguments that a call may give; nil when not established.
    package var optional: Set<String>?
    /// Whether it changes nothing; nil when not established.
    package var isReadOnly: Bool?

    /// Takes what is known.
    package init(required: Set<String>? = nil, optional: Set<String>? = nil, isReadOnly: Bool? = nil) {
        self.required = required
        self.optional = optional
        self.isReadOnly = isReadOnly
    }

    /// What a definition says, at its top.
    init(definition: JSONValue) {
        let schema = definition["inputSchema"]
        let names = Set((schema?["properties"]?.objectValue ?? [:]).map(\.key))
        let required = Set((schema?["required"]?.arrayValue ?? []).compactMap(\.stringValue))
        self.required = required
        // Where arguments come from elsewhere too, the names at the top are not all of them.
        let isWhole = !["$ref", "allOf", "anyOf", "oneOf", "if"].contains { schema?[$0] != nil }
        optional = isWhole ? names.subtracting(required) : nil
        isReadOnly = definition["annotations"]?["readOnlyHint"]?.boolValue
    }

    /// All names, where all are known.
    var names: Set<String>? {
        guard let required, let optional else { return nil }
        return required.union(optional)
    }
}
