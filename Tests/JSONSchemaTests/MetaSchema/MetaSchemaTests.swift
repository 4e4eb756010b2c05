import JSON
import JSONSchema
import Testing

@Suite struct MetaSchemaTests {
    @Test("finds every fault of a schema at once", arguments: Dialect.allCases)
    func faults(dialect: Dialect) {
        let schema: JSONValue = ["type": "text", "properties": ["a": ["minLength": -1]], "required": [1]]
        let paths = Set(JSONSchema.metaSchema(dialect).validate(schema).map(\.instancePath.text))
        #expect(paths == ["/type", "/properties/a/minLength", "/required/0"])
    }

    @Test("accepts a sound schema, and itself", arguments: Dialect.allCases)
    func sound(dialect: Dialect) {
        let meta = JSONSchema.metaSchema(dialect)
        #expect(meta.isValid(["type": ["string", "null"], "anyOf": [["minLength": 1]], "$ref": "#/x"]))
        #expect(meta.isValid(true))
        #expect(!meta.isValid(["anyOf": []]))
    }
}
