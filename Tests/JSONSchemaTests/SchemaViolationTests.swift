import JSON
import JSONSchema
import Testing

@Suite struct SchemaViolationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let schema: String
        let instance: String
        let lines: [String]

        init(_ schema: String, _ instance: String, _ lines: String...) {
            self.schema = schema
            self.instance = instance
            self.lines = lines
        }

        var testDescription: String { "\(schema) on \(instance)" }
    }

    static let rows = [
        Row(#"{"type": "string"}"#, "1", "the value: expected string, found 1 (/type)"),
        Row(
            #"{"type": ["null", "array"]}"#,
            #"{"a": 1}"#,
            #"the value: expected null or array, found {"a":1} (/type)"#
        ),
        Row(#"{"enum": ["a", "b", 3]}"#, #""c""#, #"the value: expected "a", "b" or 3, found "c" (/enum)"#),
        Row(#"{"const": {"a": []}}"#, "true", #"the value: expected {"a":[]}, found true (/const)"#),
        Row(
            #"{"minimum": 3, "multipleOf": 0.5}"#,
            "1.2",
            "the value: expected a multiple of 0.5, found 1.2 (/multipleOf)",
            "the value: expected at least 3, found 1.2 (/minimum)"
        ),
        Row(
            #"{"maxLength": 1}"#,
            #""ab""#,
            #"the value: expected at most 1 character, found 2 characters in "ab" (/maxLength)"#
        ),
        Row(#"{"pattern": "^b"}"#, #""ab""#, #"the value: expected a string matching ^b, found "ab" (/pattern)"#),
        Row(
            #"{"required": ["a", "b"]}"#,
            #"{"b": 1}"#,
            #"the value: expected a member "a", found members "b" (/required)"#
        ),
        Row(
            #"{"properties": {"a": {"items": {"type": "null"}}}}"#,
            #"{"a": [null, 5]}"#,
            "/a/1: expected null, found 5 (/properties/a/items/type)"
        ),
        Row(
            #"{"properties": {}, "additionalProperties": false}"#,
            #"{"x/y": 1}"#,
            #"/x~1y: expected no member "x/y", found 1 (/additionalProperties)"#
        ),
        Row(
            #"{"uniqueItems": true}"#,
            "[1, 2, 1.0]",
            "the value: expected no two equal items, found items 0 and 2 equal (/uniqueItems)"
        ),
        Row(
            ##"{"$ref": "#/$defs/t", "$defs": {"t": {"minItems": 1}}}"##,
            "[]",
            "the value: expected at least 1 item, found 0 items (/$ref/minItems)"
        ),
        Row(#"{"prefixItems": [true, false]}"#, "[1, 2]", "/1: expected nothing here, found 2 (/prefixItems/1)"),
        Row(
            #"{"not": {}}"#,
            "1",
            #"the value: expected a value that does not fit the schema under "not", found 1 (/not)"#
        ),
        Row(
            #"{"oneOf": [{}, {"type": "null"}, {"const": null}]}"#,
            "null",
            "the value: expected exactly one alternative to fit, found alternatives 0 and 1 (/oneOf)"
        ),
        Row(
            #"{"dependentRequired": {"a": ["b"]}}"#,
            #"{"a": 1}"#,
            #"the value: expected a member "b" beside "a", found members "a" (/dependentRequired/a)"#
        ),
        Row(
            #"{"propertyNames": {"maxLength": 1}}"#,
            #"{"ab": 1}"#,
            #"/ab: expected at most 1 character, found 2 characters in "ab" (/propertyNames/maxLength)"#
        ),
        Row(
            #"{"if": {"type": "string"}, "then": {"minLength": 1}}"#,
            #""""#,
            #"the value: expected at least 1 character, found 0 characters in "" (/then/minLength)"#
        ),
    ]

    @Test("says in one line where, what, and what instead", arguments: rows)
    func description(row: Row) throws {
        let schema = try JSONSchema(try JSONValue(parsing: row.schema))
        #expect(schema.validate(try JSONValue(parsing: row.instance)).map(\.description) == row.lines)
    }

    @Test("explains a choice by the alternative that was meant")
    func nearest() throws {
        let text: JSONValue = [
            "type": "object", "properties": ["type": ["const": "text"], "text": ["type": "string"]],
            "required": ["type", "text"],
        ]
        let image: JSONValue = [
            "type": "object", "properties": ["type": ["const": "image"], "data": ["type": "string"]],
            "required": ["type", "data", "mimeType"],
        ]
        let schema = try JSONSchema(["anyOf": [text, image, ["type": "null"]]])
        let violation = try #require(schema.validate(["type": "image", "text": "x"]).first)
        #expect(violation.expected == "one of 3 alternatives to fit")
        #expect(violation.causes.map(\.expected) == ["a member \"data\"", "a member \"mimeType\""])
        #expect(violation.causes.map(\.keywordPath.text) == ["/anyOf/1/required", "/anyOf/1/required"])
    }

    @Test("shortens what is long")
    func shortened() throws {
        let schema = try JSONSchema(["type": "null"])
        let long = JSONValue.string(String(repeating: "x", count: 5_000))
        #expect(schema.validate(long).allSatisfy { $0.description.count < 150 })
        #expect(schema.validate(.array(Array(repeating: long, count: 4))).allSatisfy { $0.description.count < 150 })
        #expect(schema.validate([1, 2, 3, 4, 5]).map(\.actual) == ["an array of 5 items"])
    }
}
