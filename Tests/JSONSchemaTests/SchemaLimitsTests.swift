import JSON
import JSONSchema
import Testing

@Suite(.timeLimit(.minutes(1))) struct SchemaLimitsTests {
    private func nested(_ levels: Int, _ key: String, _ inner: JSONValue) -> JSONValue {
        (0..<levels).reduce(inner) { value, _ in [key: value] }
    }

    @Test("refuses schemas nested too deep, and too many of them")
    func compiling() {
        #expect(throws: SchemaError.self) { try JSONSchema(nested(200, "not", true)) }
        var limits = SchemaLimits()
        limits.subschemas = 3
        #expect(throws: SchemaError.tooManySubschemas(limit: 3)) {
            try JSONSchema(["allOf": [true, true, true]], limits: limits)
        }
    }

    @Test("stops a schema that doubles the work at every level")
    func exponential() throws {
        var definitions: JSONObject = ["d40": ["type": "string"]]
        for level in 0..<40 {
            let next: JSONValue = ["$ref": .string("#/$defs/d\(level + 1)")]
            definitions["d\(level)"] = ["allOf": [next, next]]
        }
        var limits = SchemaLimits()
        limits.evaluationSteps = 200_000
        let schema = try JSONSchema(["$ref": "#/$defs/d0", "$defs": .object(definitions)], limits: limits)
        let violations = schema.validate("a")
        #expect(violations.map(\.kind) == [.tooExpensive])
        #expect(violations.first?.expected == "a validation of at most 200000 steps")
        #expect(!schema.isValid("a"))
    }

    @Test("a validation given up is invalid even under `not`")
    func negatedStop() throws {
        var limits = SchemaLimits()
        limits.evaluationSteps = 50
        let items = JSONValue.array(Array(repeating: 1, count: 100))
        let schema = try JSONSchema(["not": ["items": ["type": "integer"]]], limits: limits)
        #expect(schema.validate(items).map(\.kind) == [.tooExpensive])
    }

    @Test("stops a condition that leads back to itself")
    func conditionalLoop() throws {
        let schema = try JSONSchema(["dependentSchemas": ["a": ["$ref": "#"]]])
        #expect(schema.validate(["a": 1]).map(\.kind) == [.tooDeep])
        #expect(schema.validate(["b": 1]).isEmpty)
    }

    @Test("follows a recursive schema as deep as JSON may be nested")
    func deepInstance() throws {
        let schema = try JSONSchema([
            "$ref": "#/$defs/n", "$defs": ["n": ["allOf": [["properties": ["a": ["$ref": "#/$defs/n"]]]]]],
        ])
        #expect(schema.isValid(nested(128, "a", 1)))
    }

    @Test(
        "stops patterns that backtrack or rescan without end",
        arguments: [("^(a+)+$", 40), ("(a|aa)+[bc]", 60), ("a*[bc]", 100_000), ("(.*)*(.*)*[xy]\\d", 200)]
    )
    func patterns(pattern: String, length: Int) throws {
        let schema = try JSONSchema(["pattern": .string(pattern)])
        let text = JSONValue.string(String(repeating: "a", count: length) + "!")
        let violations = schema.validate(text)
        #expect(violations.map(\.kind) == [.patternTooExpensive])
    }

    @Test("lets linear patterns read long strings")
    func longString() throws {
        let schema = try JSONSchema(["pattern": "^[A-Za-z0-9+/]*={0,2}$"])
        #expect(schema.isValid(.string(String(repeating: "QUJD", count: 250_000))))
    }

    @Test("reports no more violations than asked for")
    func violations() throws {
        let schema = try JSONSchema(["items": ["type": "string"]])
        #expect(schema.validate(.array(Array(repeating: 1, count: 1_000))).count == 100)
    }

    @Test("finds equal items and missing members quickly in large values")
    func large() throws {
        let schema = try JSONSchema(["uniqueItems": true, "items": ["enum": .array((0..<64).map { .init($0) })]])
        let items = (0..<20_000).map { JSONValue($0) }
        #expect(!schema.isValid(.array(items)))
    }
}
