import JSON

/// What can be wrong with an instance, as facts; `Finding+Words.swift` puts them into words.
enum Finding {
    case refused
    case type(TypeSet)
    case constant(JSONValue)
    case enumeration([JSONValue])
    case multipleOf(JSONNumber)
    case minimum(JSONNumber)
    case exclusiveMinimum(JSONNumber)
    case maximum(JSONNumber)
    case exclusiveMaximum(JSONNumber)
    case minLength(Int, found: Int)
    case maxLength(Int, found: Int)
    case pattern(String)
    case format(StringFormat)
    case minItems(Int, found: Int)
    case maxItems(Int, found: Int)
    case duplicate(first: Int, second: Int)
    case minContains(Int, found: Int)
    case maxContains(Int, found: Int)
    case minProperties(Int, found: Int)
    case maxProperties(Int, found: Int)
    case required(String)
    case dependent(String, on: String)
    case unexpectedMember(String)
    case unexpectedItem
    case noAlternative(count: Int)
    case severalAlternatives([Int])
    case negated
    case stopped(SchemaViolation.Kind, limit: Int)
}
