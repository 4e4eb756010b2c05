import JSON
import JSONSchema
import Testing

@Suite struct SchemaErrorTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let schema: String
        let message: String

        init(_ schema: String, _ message: String) {
            self.schema = schema
            self.message = message
        }

        var testDescription: String { schema }
    }

    static let rows = [
        Row(#"3"#, "#: must be a schema: an object or a boolean"),
        Row(#"{"type": "text"}"#, "#/type: must be the name of a JSON type, or an array of them"),
        Row(#"{"properties": {"a": 1}}"#, "#/properties/a: must be a schema: an object or a boolean"),
        Row(#"{"required": ["a", 1]}"#, "#/required: must be an array of strings"),
        Row(#"{"minLength": -1}"#, "#/minLength: must be an integer that is not negative"),
        Row(#"{"multipleOf": 0}"#, "#/multipleOf: must be a number greater than 0, of at most 37 digits"),
        Row(#"{"anyOf": []}"#, "#/anyOf: must be an array of at least one schema"),
        Row(#"{"items": [{}]}"#, "#/items: must be a schema: an object or a boolean"),
        Row(#"{"$id": "http://a/#b"}"#, "#/$id: must be a URI reference without fragment"),
        Row(
            #"{"items": {"pattern": "(a"}}"#,
            "#/items/pattern: is no regular expression: a group is not closed, at character 2"
        ),
        Row(
            #"{"pattern": "(?<=a+)b"}"#,
            "#/pattern: is no regular expression: lookbehind assertion is not fixed length, at character 0"
        ),
        Row(
            #"{"$ref": "http://example.com/x#/a"}"#,
            "#/$ref: \"http://example.com/x#/a\" refers to nothing that was given, and nothing is fetched from the network"
        ),
        Row(
            ##"{"allOf": [{"$ref": "#/$defs/a~1b"}]}"##,
            "#/allOf/0/$ref: \"#/$defs/a~1b\" refers to nothing that was given, and nothing is fetched from the network"
        ),
        Row(##"{"$ref": "#"}"##, "#: the references lead back here without consuming any of the instance"),
        Row(
            ##"{"$defs": {"a": {"not": {"$ref": "#/$defs/b"}}, "b": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/a"}]}}}"##,
            "#/$defs/a: the references lead back here without consuming any of the instance"
        ),
        Row(
            #"{"$defs": {"a": {"$id": "http://a/"}, "b": {"$id": "http://a/"}}}"#,
            "#/$defs/b/$id: \"http://a/\" already identifies another subschema of this document"
        ),
        Row(
            #"{"$schema": "http://json-schema.org/draft-04/schema#"}"#,
            "#/$schema: $schema \"http://json-schema.org/draft-04/schema#\" is not supported: "
                + "use \"https://json-schema.org/draft/2020-12/schema\" or draft-07"
        ),
    ]

    @Test("names the place, the fault and what should be", arguments: rows)
    func messages(row: Row) throws {
        let schema = try JSONValue(parsing: row.schema)
        do throws(SchemaError) {
            _ = try JSONSchema(schema)
            Issue.record("compiled")
        } catch {
            #expect(error.description == row.message)
        }
    }

    @Test("names the document a fault is in")
    func remote() {
        let resources: [String: JSONValue] = ["http://a/b": ["items": ["minItems": "1"]]]
        #expect(throws: SchemaError.self) { try JSONSchema(["$ref": "http://a/b"], resources: resources) }
        do throws(SchemaError) {
            _ = try JSONSchema(["$ref": "http://a/b"], resources: resources)
        } catch {
            #expect(error.description == "http://a/b#/items/minItems: must be a number")
        }
    }

    @Test("refuses a vocabulary that the meta-schema requires and nobody knows")
    func vocabulary() {
        let custom: JSONValue = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$vocabulary": ["http://a/v": true],
        ]
        let error = SchemaError.unsupportedVocabulary(
            uri: "http://a/v",
            at: SchemaLocation(document: "", pointer: JSONPointer(tokens: ["$schema"]))
        )
        #expect(throws: error) { try JSONSchema(["$schema": "http://a/m"], resources: ["http://a/m": custom]) }
    }
}
