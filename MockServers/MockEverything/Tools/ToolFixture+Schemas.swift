import JSON

extension ToolFixture {
    /// Tools with schemas that must arrive as they are.
    static let schemas: [ToolFixture] = [
        ToolFixture(
            "json_schema_2020_12_tool",
            "Has an input schema with much of the vocabulary of JSON Schema 2020-12",
            inputSchema: vocabulary,
            behaviour: .answer { use in text(JSONValue.object(use.arguments).text()) }
        ),
        ToolFixture(
            "test_header_params",
            "Has arguments that are repeated in HTTP headers, and answers with them",
            inputSchema: [
                "type": "object",
                "properties": [
                    "region": ["type": "string", "x-mcp-header": "Region"],
                    "limit": ["type": "integer", "x-mcp-header": "Limit"],
                    "verbose": ["type": "boolean", "x-mcp-header": "Verbose"],
                    "query": ["type": "string"],
                ],
                "required": ["region"],
            ],
            behaviour: .answer { use in text(JSONValue.object(use.arguments).text()) }
        ),
    ]

    private static let vocabulary: JSONValue = [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "$defs": [
            "address": [
                "$anchor": "addressDef",
                "type": "object",
                "properties": ["street": ["type": "string"], "city": ["type": "string"]],
            ]
        ],
        "properties": [
            "address": ["$ref": "#/$defs/address"],
            "contactMethod": ["type": "string", "enum": ["phone", "email"]],
            "phone": ["type": "string"],
            "email": ["type": "string"],
        ],
        "allOf": [["anyOf": [["required": ["phone"]], ["required": ["email"]]]]],
        "if": ["properties": ["contactMethod": ["const": "phone"]], "required": ["contactMethod"]],
        "then": ["required": ["phone"]],
        "else": ["required": ["email"]],
        "additionalProperties": false,
    ]
}
