import JSON

extension OpenAPISchemas {
    /// The shapes of documents that become integrations.
    static let documents: JSONObject = [
        "DocumentRequest": [
            "type": "object",
            "properties": [
                "id": W.id,
                "name": ["type": ["string", "null"], "minLength": 1],
                "document": ["type": ["string", "null"], "minLength": 1, "description": "its text, JSON or YAML"],
                "url": [
                    "type": ["string", "null"], "minLength": 1, "description": "where the daemon fetches it once",
                ],
                "baseUrl": ["type": ["string", "null"], "minLength": 1, "description": "where calls go"],
                "readOnly": ["type": ["boolean", "null"], "description": "leaves out what may change something"],
                "probe": ["type": ["string", "null"], "minLength": 1, "description": "proves the credential"],
                "trial": ["type": ["boolean", "null"], "description": "writes nothing"],
            ],
            "oneOf": [["required": ["document"]], ["required": ["url"]]], "required": ["id"],
            "additionalProperties": false,
        ],
        "DocumentReport": W.object([
            "name": W.text, "description": W.textOrNull, "base": W.text, "wanted": W.texts,
            "operations": [
                "type": "array",
                "items": W.object([
                    "tool": W.text, "description": W.textOrNull, "readOnly": W.truth, "proof": W.truth,
                ]),
            ],
            "probe": W.textOrNull, "skipped": W.texts, "notes": W.texts, "integration": W.orNull("Integration"),
        ]),
    ]
}
