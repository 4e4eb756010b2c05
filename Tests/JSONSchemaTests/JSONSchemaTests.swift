import JSON
import JSONSchema
import Testing

@Suite struct JSONSchemaTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let dialect: Dialect
        let schema: String
        let valid: [String]
        let invalid: [String]

        init(_ schema: String, dialect: Dialect = .draft2020, valid: [String], invalid: [String]) {
            self.dialect = dialect
            self.schema = schema
            self.valid = valid
            self.invalid = invalid
        }

        var testDescription: String { schema }
    }

    static let rows = [
        Row("true", valid: ["1", "null"], invalid: []),
        Row("false", valid: [], invalid: ["1", "null"]),
        Row(#"{"type": "integer"}"#, valid: ["1", "1.0", "1e400"], invalid: ["1.5", "\"1\"", "true"]),
        Row(#"{"const": 1}"#, valid: ["1.0"], invalid: ["true", "2"]),
        Row(#"{"enum": [{"a": 1, "b": 2}]}"#, valid: [#"{"b": 2, "a": 1}"#], invalid: [#"{"a": 1}"#]),
        Row(
            #"{"multipleOf": 0.01}"#,
            valid: ["0.07", "4.02", "1e300", "0"],
            invalid: ["0.075", "1e-3", "12345678901234567890.123"]
        ),
        Row(
            #"{"exclusiveMaximum": 18446744073709551616}"#,
            valid: ["18446744073709551615"],
            invalid: ["18446744073709551616"]
        ),
        Row(#"{"maxLength": 2}"#, valid: [#""😀😀""#, #""é""#], invalid: [#""abc""#, #""e\u0301e""#]),
        Row(
            #"{"prefixItems": [{"type": "null"}], "items": {"type": "string"}}"#,
            valid: ["[]", #"[null, "a"]"#],
            invalid: ["[1]", "[null, 1]"]
        ),
        Row(
            #"{"contains": {"const": 1}, "minContains": 2, "maxContains": 3}"#,
            valid: ["[1, 1]", "[1, 1, 1, 0]"],
            invalid: ["[1]", "[1, 1, 1, 1]"]
        ),
        Row(
            #"{"properties": {"a": true}, "patternProperties": {"^x": {"type": "null"}}, "additionalProperties": false}"#,
            valid: [#"{"a": 1, "xy": null}"#],
            invalid: [#"{"b": 1}"#, #"{"xy": 1}"#]
        ),
        Row(#"{"properties": {"é": false}}"#, valid: [#"{"e\u0301": 1}"#], invalid: [#"{"é": 1}"#]),
        Row(
            #"{"allOf": [{"properties": {"a": true}}, {"if": {"required": ["b"]}, "then": {"properties": {"b": true}}}], "unevaluatedProperties": false}"#,
            valid: [#"{"a": 1, "b": 1}"#],
            invalid: [#"{"a": 1, "c": 1}"#]
        ),
        Row(
            #"{"contains": {"const": 1}, "unevaluatedItems": {"type": "string"}}"#,
            valid: [#"["a", 1]"#],
            invalid: ["[1, 2]"]
        ),
        Row(
            ##"{"$defs": {"t": {"$anchor": "tree", "items": {"$ref": "#tree"}, "type": "array"}}, "$ref": "#tree"}"##,
            valid: ["[[], [[]]]"],
            invalid: ["[[1]]"]
        ),
        Row(
            ##"{"$id": "http://a/strict", "$dynamicAnchor": "node", "$ref": "http://a/tree", "unevaluatedProperties": false, "$defs": {"t": {"$id": "http://a/tree", "$dynamicAnchor": "node", "properties": {"sub": {"$dynamicRef": "#node"}}}}}"##,
            valid: [#"{"sub": {"sub": {}}}"#],
            invalid: [#"{"sub": {"x": 1}}"#]
        ),
        Row(
            #"{"items": [{"type": "null"}], "additionalItems": false}"#,
            dialect: .draft7,
            valid: ["[null]"],
            invalid: ["[null, 1]", "[1]"]
        ),
        Row(
            ##"{"definitions": {"s": {"type": "string"}}, "properties": {"a": {"$ref": "#/definitions/s", "maxLength": 1}}}"##,
            dialect: .draft7,
            valid: [#"{"a": "long"}"#],
            invalid: [#"{"a": 1}"#]
        ),
        Row(
            #"{"dependencies": {"a": ["b"], "c": {"maxProperties": 1}}}"#,
            dialect: .draft7,
            valid: [#"{"a": 1, "b": 1}"#, #"{"c": 1}"#],
            invalid: [#"{"a": 1}"#, #"{"c": 1, "d": 1}"#]
        ),
        Row(
            #"{"unevaluatedProperties": false, "prefixItems": [false], "dependentRequired": {"a": ["b"]}}"#,
            dialect: .draft7,
            valid: ["[1]", #"{"a": 1}"#],
            invalid: []
        ),
    ]

    @Test("accepts and refuses what the keywords say", arguments: rows)
    func keywords(row: Row) throws {
        let schema = try JSONSchema(try JSONValue(parsing: row.schema), dialect: row.dialect)
        for text in row.valid {
            let instance = try JSONValue(parsing: text)
            #expect(schema.validate(instance).isEmpty, "\(text)")
            #expect(schema.isValid(instance), "\(text)")
        }
        for text in row.invalid {
            let instance = try JSONValue(parsing: text)
            #expect(!schema.validate(instance).isEmpty, "\(text)")
            #expect(!schema.isValid(instance), "\(text)")
        }
    }

    @Test("validates against one definition of a document")
    func definitions() throws {
        let document = try JSONSchema([
            "$defs": ["Name": ["type": "string"], "Tool": ["properties": ["name": ["$ref": "#/$defs/Name"]]]]
        ])
        let tool = try document.definition(at: JSONPointer(tokens: ["$defs", "Tool"]))
        #expect(tool.isValid(["name": "a"]))
        #expect(tool.validate(["name": 1]).map(\.keywordPath.text) == ["/properties/name/$ref/type"])
        #expect(document.definition(named: "Name")?.isValid(1) == false)
        #expect(document.definition(named: "Nobody") == nil)
        let missing = JSONPointer(tokens: ["$defs", "Nobody"])
        #expect(throws: SchemaError.noSchema(at: SchemaLocation(document: "", pointer: missing))) {
            try document.definition(at: missing)
        }
    }

    @Test("takes the dialect from $schema, from the caller, or the newest")
    func dialects() throws {
        let tuple: JSONValue = ["items": [["type": "null"]]]
        #expect(throws: SchemaError.self) { try JSONSchema(tuple) }
        #expect(try JSONSchema(tuple, dialect: .draft7).isValid([nil]))
        #expect(
            !(try JSONSchema(["$schema": "http://json-schema.org/draft-07/schema#", "items": [false]]).isValid([1]))
        )
    }

    @Test("resolves references among the given resources, each in its own language")
    func resources() throws {
        let resources: [String: JSONValue] = [
            "http://a/old": ["$schema": "http://json-schema.org/draft-07/schema#", "items": [["type": "null"]]],
            "http://a/new": ["prefixItems": [["$ref": "old"]]],
        ]
        let schema = try JSONSchema(["$id": "http://a/root", "$ref": "new"], resources: resources)
        #expect(schema.isValid([[nil, 1]]))
        #expect(!schema.isValid([[1]]))
    }

    @Test("asserts formats only when asked")
    func formats() throws {
        #expect(try JSONSchema(["format": "ipv4"]).isValid("x"))
        #expect(!(try JSONSchema(["format": "ipv4"], assertsFormats: true).isValid("x")))
        #expect(try JSONSchema(["format": "unknown"], assertsFormats: true).isValid("x"))
    }

    @Test("is used from several tasks at once")
    func concurrency() async throws {
        let schema = try JSONSchema(["items": ["pattern": "^[a-c]+$"]])
        let verdicts = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<64 {
                group.addTask { schema.isValid([.string(index.isMultiple(of: 2) ? "abc" : "abd")]) }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(verdicts == 32)
    }
}
