import JSON
import JSONSchema
import Registry
import Testing

@Suite struct RegistrySchemaTests {
    @Test("accepts every entry of the catalogue", arguments: CatalogueFolder.ids)
    func catalogue(id: String) throws {
        let json = try CatalogueFolder.json(id)
        #expect(try JSONSchema(RegistrySchema.entry).validate(json) == [])
        #expect(try JSONSchema(RegistrySchema.file).isValid(["integrations": [json]]))
    }

    @Test("is itself a valid schema", arguments: [RegistrySchema.entry, RegistrySchema.file, RegistrySchema.role])
    func metaSchema(schema: JSONValue) throws {
        #expect(try JSONSchema(["$ref": "https://json-schema.org/draft/2020-12/schema"]).validate(schema) == [])
    }

    /// Entries that are wrong in one way each.
    static let wrong: [JSONValue] = [
        3, [:], ["id": "a"], ["id": "A", "name": "x"], ["id": "a", "name": ""], ["id": "a", "name": "x", "nmae": 1],
        ["id": "a", "name": "x", "servers": [["kind": "pip"]]], ["id": "a", "name": "x", "servers": [[:]]],
        ["id": "a", "name": "x", "tools": [3]], ["id": "a", "name": "x", "tools": [["readOnly": true]]],
        ["id": "a", "name": "x", "configSchema": ["A B": [:]]],
        ["id": "a", "name": "x", "configSchema": ["A": ["choices": []]]],
        ["id": "a", "name": "x", "auth": "password"], ["id": "a", "name": "x", "auth": ["kind": "none", "x": 1]],
        ["id": "a", "name": "x", "health": ["interval": "5"]], ["id": "a", "name": "x", "health": ["interval": 5]],
        ["id": "a", "name": "x", "probe": ["tool": "t", "expect": ["path": "no-slash"]]],
        ["id": "a", "name": "x", "authSignatures": [["outcome": "bad", "httpStatus": 401]]],
        ["id": "a", "name": "x", "authSignatures": [["outcome": "ok", "httpStatus": 99]]],
        ["id": "a", "name": "x", "vendor": ["base": "ftp://x"]], ["id": "a", "name": "x", "description": nil],
        ["id": "a", "name": "x", "servers": [["kind": "npm", "reactions": ["missing": ["when": "call"]]]]],
        ["id": "a", "name": "x", "servers": [["kind": "npm", "reactions": ["mising": []]]]],
        ["id": "a", "name": "x", "servers": [["kind": "remote", "headers": ["a b": "x"]]]],
        ["id": "a", "name": "x", "provenance": ["confidence": "ran", "sources": []]],
    ]

    @Test("refuses what the reader refuses", arguments: wrong)
    func refuses(json: JSONValue) throws {
        #expect(try !JSONSchema(RegistrySchema.entry).isValid(json))
        #expect(throws: EntryError.self) { try Integration(json: json) }
    }
}
