import JSON

/// One compiled subschema; others are named by their index in the graph.
final class SchemaNode: Sendable {
    let location: SchemaLocation
    /// The schema resource it belongs to, for `$dynamicRef`.
    let resource: Int
    let rules: SchemaRules

    init(location: SchemaLocation, resource: Int, rules: SchemaRules) {
        self.location = location
        self.resource = resource
        self.rules = rules
    }
}

/// What a subschema demands, sorted by the kind of instance it concerns.
struct SchemaRules: Sendable {
    /// The schema `false`.
    var refusesAll = false
    var types: TypeSet?
    var enumeration: [JSONValue]?
    var constant: JSONValue?
    var number: Shared<NumberRules>?
    var string: Shared<StringRules>?
    var array: Shared<ArrayRules>?
    var object: Shared<ObjectRules>?
    /// What applies further subschemas to the same instance.
    var applicators: [Applicator] = []
    var unevaluatedItems: Int?
    var unevaluatedProperties: Int?
}

/// A value behind a pointer, so that handing it on during a validation copies nothing and keeps stack frames small.
final class Shared<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}

/// Bounds on numbers.
struct NumberRules: Sendable, Hashable {
    var multipleOf: ExactDecimal?
    var minimum: JSONNumber?
    var exclusiveMinimum: JSONNumber?
    var maximum: JSONNumber?
    var exclusiveMaximum: JSONNumber?
}

/// Demands on strings; lengths count Unicode scalars.
struct StringRules: Sendable {
    var minLength: Int?
    var maxLength: Int?
    var pattern: Pattern?
    /// Only when formats are asserted.
    var format: StringFormat?
}

/// Demands on arrays, with the 2020-12 names; draft-07 writes `items` and `additionalItems` for the first two.
struct ArrayRules: Sendable {
    var prefix: [Int] = []
    var rest: Int?
    var prefixKeyword = Keyword.prefixItems
    var restKeyword = Keyword.items
    var contains: Int?
    var minContains: Int?
    var maxContains: Int?
    /// Whether what `contains` matched counts as evaluated, as it does since 2020-12.
    var containsEvaluates = true
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
}

/// Demands on objects.
struct ObjectRules: Sendable {
    /// Whether there is a `properties` keyword, though it may be empty.
    var describesMembers = false
    var properties: [ExactString: Int] = [:]
    var patterns: [(pattern: Pattern, schema: Int)] = []
    var additional: Int?
    var names: Int?
    var required: [String] = []
    var dependentRequired: [(property: String, required: [String], keyword: Keyword)] = []
    var minProperties: Int?
    var maxProperties: Int?

    /// Whether any keyword looks at single members.
    var visitsMembers: Bool {
        !properties.isEmpty || !patterns.isEmpty || additional != nil || names != nil
    }
}

/// A keyword that applies subschemas to the very instance its own schema is applied to.
enum Applicator: Sendable {
    /// `$ref` or `$dynamicRef`; the number is an index in the links of the graph.
    case reference(link: Int, keyword: Keyword)
    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case conditional(if: Int, then: Int?, else: Int?)
    /// A schema that holds when a property is present.
    case dependent(property: String, schema: Int, keyword: Keyword)
}
