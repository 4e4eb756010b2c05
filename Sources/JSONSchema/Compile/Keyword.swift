/// Keywords that compiling or validating knows by name.
enum Keyword: String, Sendable {
    case schema = "$schema"
    case id = "$id"
    case ref = "$ref"
    case dynamicRef = "$dynamicRef"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case vocabulary = "$vocabulary"
    case defs = "$defs"
    case definitions
    case type
    case `enum`
    case const
    case multipleOf
    case maximum
    case exclusiveMaximum
    case minimum
    case exclusiveMinimum
    case maxLength
    case minLength
    case pattern
    case format
    case prefixItems
    case items
    case additionalItems
    case contains
    case maxContains
    case minContains
    case maxItems
    case minItems
    case uniqueItems
    case unevaluatedItems
    case properties
    case patternProperties
    case additionalProperties
    case propertyNames
    case unevaluatedProperties
    case required
    case dependentRequired
    case dependentSchemas
    case dependencies
    case maxProperties
    case minProperties
    case allOf
    case anyOf
    case oneOf
    case not
    case `if`
    case then
    case `else`
}
