import JSON
import Testing

@Suite("Two schemas side by side")
struct SchemaDifferencesTests {
    @Test(
        "do not differ when they say the same in other words",
        arguments: [
            (["const": "a", "type": "string"], ["enum": ["a"]]),
            (["type": ["string", "null"]], ["type": ["null", "string"]]),
            (["type": "object", "additionalProperties": [:], "description": "x"], ["type": "object"]),
            (["$ref": "#/$defs/Other"], ["type": "integer"]),
            (
                ["anyOf": [["anyOf": [["type": "null"], ["const": 1]]], ["const": 2]]],
                ["anyOf": [["const": 2], ["const": 1], ["type": "null"]]]
            ),
        ] as [(JSONValue, JSONValue)]
    )
    func same(mine: JSONValue, theirs: JSONValue) {
        #expect(differences(mine, theirs) == [])
    }

    @Test(
        "differ at a path",
        arguments: [
            (
                ["properties": ["a": [:]]], ["properties": ["b": [:]]],
                ["/properties/a: only ours", "/properties/b: only official"]
            ),
            (
                ["items": ["type": "number"]], ["items": ["type": "integer"]],
                ["/items/type: ours [\"number\"], official [\"integer\"]"]
            ),
            (["required": ["a"]], [:], ["/required: only ours"]),
            (
                ["anyOf": [["const": 1], ["const": 2]]], ["anyOf": [["const": 1], ["const": 3]]],
                ["/anyOf/enum: ours [2], official [3]"]
            ),
            (["format": "uri"], ["format": "byte"], ["/format: ours \"uri\", official \"byte\""]),
        ] as [(JSONValue, JSONValue, [String])]
    )
    func different(mine: JSONValue, theirs: JSONValue, expected: [String]) {
        #expect(differences(mine, theirs) == expected)
    }

    private func differences(_ mine: JSONValue, _ theirs: JSONValue) -> [String] {
        let document = { (schema: JSONValue) in
            NormalSchema(document: ["$defs": ["It": schema, "Other": ["type": "integer"]]])
        }
        return SchemaDifferences(ours: document(mine), official: document(theirs)).inDefinition("It")
    }
}
