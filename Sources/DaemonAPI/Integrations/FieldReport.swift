package import JSON
package import Registry

/// One setting of an integration: what it is and whether it has a value, never the value.
package struct FieldReport: Sendable, Hashable {
    /// The name of the variable.
    package var name: String
    /// What kind of text is valid: `string`, `integer`, `boolean`, `url`, `path` or `json`.
    package var kind: String
    /// What it is and where a user finds it.
    package var summary: String?
    /// Whether nothing works without it.
    package var isRequired: Bool
    /// Whether its value is kept sealed and never shown.
    package var isSecret: Bool
    /// Whether it has a value.
    package var isSet: Bool
    /// The only values there are; nil for any.
    package var choices: [String]?
    /// Where the vendor explains it.
    package var docs: String?
    /// What a value must match, as a regular expression that is not anchored; nil for anything.
    package var pattern: String?
    /// What the server takes where nothing is set; nil where it takes nothing.
    package var usual: JSONValue?

    /// A field of an entry.
    package init(_ field: ConfigField, isSet: Bool) {
        name = field.name
        kind = field.kind.rawValue
        summary = field.summary
        isRequired = field.isRequired
        isSecret = field.isSecret
        self.isSet = isSet
        choices = field.choices
        docs = field.docs
        pattern = field.pattern
        usual = field.usual
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "name": .string(name), "type": .string(kind), "description": JSONValue(summary),
            "required": .bool(isRequired), "secret": .bool(isSecret), "set": .bool(isSet),
            "choices": choices.map { JSONValue(texts: $0) } ?? .null, "docs": JSONValue(docs),
            "pattern": JSONValue(pattern), "usual": usual ?? .null,
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "configuration")
        name = try reader.text("name")
        kind = try reader.text("type")
        summary = reader["description"]?.stringValue
        isRequired = reader.truth("required")
        isSecret = reader.truth("secret")
        isSet = reader.truth("set")
        choices = reader["choices"].map { _ in reader.texts("choices") }
        docs = reader["docs"]?.stringValue
        pattern = reader["pattern"]?.stringValue
        usual = reader["usual"]
    }
}
