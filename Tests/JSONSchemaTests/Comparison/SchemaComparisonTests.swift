import JSON
import JSONSchema
import Testing

@Suite struct SchemaComparisonTests {
    /// Two schemas, what the second is to the first, and what is said about it.
    struct Row: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let relation: SchemaComparison.Relation
        let changes: [String]

        init(_ old: String, _ new: String, _ relation: SchemaComparison.Relation, _ changes: String...) {
            self.old = old
            self.new = new
            self.relation = relation
            self.changes = changes
        }

        var testDescription: String { "\(old) → \(new)" }
    }

    private func expect(_ row: Row, reading: SchemaComparison.Reading = .exact) throws {
        let comparison = SchemaComparison.compare(
            old: try JSONValue(parsing: row.old),
            new: try JSONValue(parsing: row.new),
            reading: reading
        )
        let changes = comparison.changes.map { "\($0.path.text) \($0.relation): \($0.what)" }
        #expect(comparison.relation == row.relation, "\(changes)")
        #expect(changes == row.changes)
    }

    static let equivalents = [
        Row(#"{"type": "string", "title": "a"}"#, #"{"description": "b", "type": "string"}"#, .equivalent),
        Row(#"{"type": ["string", "null"]}"#, #"{"anyOf": [{"type": "null"}, {"type": "string"}]}"#, .equivalent),
        Row(#"{"allOf": [{"minimum": 1}, {"minimum": 2}]}"#, #"{"minimum": 2}"#, .equivalent),
        Row(##"{"$ref": "#/$defs/X", "$defs": {"X": {"type": "null"}}}"##, #"{"type": "null"}"#, .equivalent),
        Row(#"{"enum": [1, 2]}"#, #"{"anyOf": [{"const": 2.0}, {"const": 1}]}"#, .equivalent),
        Row(#"{"type": "string"}"#, #"{"type": "string", "minimum": 3, "required": ["a"]}"#, .equivalent),
        Row(
            ##"{"properties": {"n": {"$ref": "#"}}, "additionalProperties": false}"##,
            ##"{"$ref": "#/$defs/N", "$defs": {"N": {"properties": {"n": {"$ref": "#/$defs/N"}}, "unevaluatedProperties": false}}}"##,
            .equivalent
        ),
    ]

    static let values = [
        Row(
            #"{"type": "number"}"#,
            #"{"type": "integer"}"#,
            .narrowed,
            " narrowed: type \"number\" narrowed to \"integer\""
        ),
        Row(#"{"type": "null"}"#, #"{"type": ["null", "string"]}"#, .widened, " widened: type \"string\" added"),
        Row(#"{"enum": ["a", "b"]}"#, #"{"enum": ["a"]}"#, .narrowed, " narrowed: enum value \"b\" removed"),
        Row(#"{"enum": ["a"]}"#, #"{"enum": ["b", "a"]}"#, .widened, " widened: enum value \"b\" added"),
        Row(
            #"{"enum": ["a"]}"#,
            #"{"enum": ["b"]}"#,
            .incomparable,
            " narrowed: enum value \"a\" removed",
            " widened: enum value \"b\" added"
        ),
        Row(
            #"{"type": "string"}"#,
            #"{"type": "string", "enum": ["a"]}"#,
            .narrowed,
            " narrowed: restricted to the values \"a\""
        ),
        Row(#"{"maximum": 10}"#, #"{"maximum": 5}"#, .narrowed, " narrowed: maximum lowered from 10 to 5"),
        Row(
            #"{"minimum": 1}"#,
            #"{"exclusiveMinimum": 0}"#,
            .widened,
            " widened: minimum lowered from 1 to 0 (exclusive)"
        ),
        Row(#"{"maximum": 10}"#, #"{}"#, .widened, " widened: maximum 10 removed"),
        Row(#"{"multipleOf": 2}"#, #"{"multipleOf": 6}"#, .narrowed, " narrowed: multipleOf changed from 2 to 6"),
        Row(#"{"minLength": 1}"#, #"{"minLength": 2}"#, .narrowed, " narrowed: minLength raised from 1 to 2"),
        Row(#"{}"#, #"{"pattern": "a"}"#, .narrowed, " narrowed: pattern \"a\" added"),
        Row(
            #"{"pattern": "a"}"#,
            #"{"pattern": "b"}"#,
            .incomparable,
            " incomparable: pattern changed from \"a\" to \"b\""
        ),
    ]

    static let parts = [
        Row(
            #"{"required": ["p"]}"#,
            #"{"required": ["p", "q"]}"#,
            .narrowed,
            " narrowed: required property \"q\" added"
        ),
        Row(#"{"required": ["p"]}"#, #"{}"#, .widened, " widened: property \"p\" no longer required"),
        Row(
            #"{"properties": {"p": {"type": "string"}}, "additionalProperties": false}"#,
            #"{"properties": {"p": {"type": "string"}, "q": {"type": "null"}}, "additionalProperties": false}"#,
            .widened,
            " widened: property \"q\" added"
        ),
        Row(
            #"{"properties": {"p": {"type": "string"}}}"#,
            #"{"properties": {"p": {"type": "string"}, "q": {"type": "null"}}}"#,
            .narrowed,
            " narrowed: property \"q\" added"
        ),
        Row(
            #"{"properties": {"p": {"type": "string"}}}"#,
            #"{"additionalProperties": {"type": "string"}}"#,
            .narrowed,
            "/additionalProperties narrowed: restricted to the type \"string\""
        ),
        Row(
            #"{"properties": {"p": {}}}"#,
            #"{"properties": {"p": {}}, "additionalProperties": false}"#,
            .narrowed,
            "/additionalProperties narrowed: further properties no longer allowed here"
        ),
        Row(
            ##"{"items": {"$ref": "#/$defs/T"}, "$defs": {"T": {"properties": {"n": {"maximum": 3}, "t": {"$ref": "#/$defs/T"}}}}}"##,
            ##"{"items": {"$ref": "#/$defs/T"}, "$defs": {"T": {"properties": {"n": {"maximum": 4}, "t": {"$ref": "#/$defs/T"}}}}}"##,
            .widened,
            "/items/properties/n widened: maximum raised from 3 to 4"
        ),
        Row(
            #"{"prefixItems": [{"type": "string"}]}"#,
            #"{"prefixItems": [{"const": "a"}]}"#,
            .narrowed,
            "/prefixItems/0 narrowed: restricted to the values \"a\""
        ),
        Row(
            #"{"type": "array"}"#,
            #"{"type": "array", "contains": {"const": 1}}"#,
            .narrowed,
            " narrowed: contains added"
        ),
        Row(
            #"{"anyOf": [{"type": "string"}, {"minimum": 1, "type": "integer"}]}"#,
            #"{"anyOf": [{"minimum": 0, "type": "integer"}, {"type": "string"}]}"#,
            .widened,
            "/anyOf/0 widened: minimum lowered from 1 to 0"
        ),
        Row(
            #"{"type": "string"}"#,
            #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
            .widened,
            " widened: type \"null\" added"
        ),
        Row(
            #"{"oneOf": [{"minLength": 1, "type": "string"}, {"maxLength": 4, "type": "string"}]}"#,
            #"{"oneOf": [{"minLength": 1, "type": "string"}]}"#,
            .incomparable,
            " narrowed: minLength 1 added",
            " incomparable: changed in anyOf, oneOf"
        ),
        Row(#"{"not": {"minimum": 3}}"#, #"{"not": {"minimum": 5}}"#, .widened, " widened: changed in not"),
        Row(
            #"{"if": {"type": "string"}, "then": {"minLength": 1}}"#,
            #"{"if": {"type": "string"}, "then": {"minLength": 2}}"#,
            .narrowed,
            " narrowed: changed in if, then, else"
        ),
    ]

    @Test("finds equivalence behind different words", arguments: equivalents)
    func equivalence(row: Row) throws {
        try expect(row)
    }

    @Test("tells what became of values", arguments: values)
    func describesValues(row: Row) throws {
        try expect(row)
    }

    @Test("tells what became of parts and alternatives", arguments: parts)
    func describesParts(row: Row) throws {
        try expect(row)
    }

    @Test("a new optional property widens, where nobody sends unmentioned ones")
    func mentionedMembersOnly() throws {
        let row = Row(
            #"{"type": "object", "properties": {}}"#,
            #"{"type": "object", "properties": {"q": {"type": "null"}}}"#,
            .widened,
            " widened: property \"q\" added"
        )
        try expect(row, reading: .mentionedMembersOnly)
    }

    @Test("a schema that does not compile compares with itself only")
    func broken() {
        let broken: JSONValue = ["type": "nothing"]
        #expect(SchemaComparison.compare(old: broken, new: broken).relation == .equivalent)
        let comparison = SchemaComparison.compare(old: true, new: broken)
        #expect(comparison.relation == .incomparable)
        #expect(
            comparison.changes.map(\.what) == [
                "the new schema cannot be compiled: #/type: must be the name of a JSON type, or an array of them"
            ]
        )
    }

    @Test("gives up on schemas made to explode", .timeLimit(.minutes(1)))
    func explosion() {
        func schema(_ last: Int) -> JSONValue {
            let alternatives = (0..<30).map { index -> JSONValue in
                ["anyOf": [["minimum": .init(index)], ["maxLength": .init(index + last)]]]
            }
            return ["allOf": .array(alternatives)]
        }
        let comparison = SchemaComparison.compare(old: schema(0), new: schema(1))
        #expect(comparison.relation != .equivalent)
    }
}
