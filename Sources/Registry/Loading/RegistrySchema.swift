package import JSON

/// The published JSON Schema of entries and of the files that hold them, derived from how they are read.
package enum RegistrySchema {
    /// What one entry may say.
    package static let entry = document(
        "urn:openwork:schema:integration",
        "An integration of OpenWork",
        Integration.form.schema,
        Integration.form.definitions
    )

    /// What a registry file may be: a list, one entry, or an object that holds the list.
    package static let file = document(
        "urn:openwork:schema:registry",
        "A registry file of OpenWork",
        [
            "anyOf": [
                Integration.form.schema,
                ["type": "array", "items": Integration.form.schema],
                [
                    "type": "object",
                    "properties": [
                        "$schema": ["type": "string"],
                        "integrations": ["type": "array", "items": Integration.form.schema],
                    ],
                    "required": ["integrations"],
                    "additionalProperties": false,
                ],
            ]
        ],
        Integration.form.definitions
    )

    /// What a role's file may say.
    package static let role = document(
        "urn:openwork:schema:role",
        "A role of OpenWork",
        Role.form.schema,
        Role.form.definitions
    )

    private static func document(
        _ id: String,
        _ title: String,
        _ body: JSONValue,
        _ definitions: [String: JSONValue]
    ) -> JSONValue {
        var schema: JSONObject = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string(id), "title": .string(title),
        ]
        for (key, value) in body.objectValue ?? [:] { schema[key] = value }
        schema["$defs"] = .object(JSONObject(definitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
        return .object(schema)
    }
}
