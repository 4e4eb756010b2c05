import JSON

/// Short words for the schemas of the document.
enum SchemaWords {
    static let text: JSONValue = ["type": "string"]
    static let textOrNull: JSONValue = ["type": ["string", "null"]]
    static let count: JSONValue = ["type": "integer", "minimum": 0]
    static let countOrNull: JSONValue = ["type": ["integer", "null"], "minimum": 0]
    static let truth: JSONValue = ["type": "boolean"]
    static let truthOrNull: JSONValue = ["type": ["boolean", "null"]]
    static let time: JSONValue = ["type": "string", "format": "date-time"]
    static let timeOrNull: JSONValue = ["type": ["string", "null"], "format": "date-time"]
    static let texts: JSONValue = ["type": "array", "items": ["type": "string"]]
    static let id: JSONValue = ["type": "string", "pattern": .string(QueryParameter.idPattern)]

    static func words(_ words: [String]) -> JSONValue {
        ["type": "string", "enum": .array(words.map { .string($0) })]
    }

    static func list(of name: String) -> JSONValue {
        ["type": "array", "items": ["$ref": .string("#/components/schemas/\(name)")]]
    }

    static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(name)")]
    }

    static func orNull(_ name: String) -> JSONValue {
        ["oneOf": [["$ref": .string("#/components/schemas/\(name)")], ["type": "null"]]]
    }

    /// An object that has all of these members and no others.
    static func object(_ members: JSONObject, optional: [String] = []) -> JSONValue {
        [
            "type": "object", "properties": .object(members),
            "required": .array(members.keys.filter { !optional.contains($0) }.map { .string($0) }),
            "additionalProperties": false,
        ]
    }
}
