import JSON

/// Small random schemas, near relatives of a schema, and the instances to try them on.
struct RandomSchemas {
    var generator: SeededGenerator

    private static let names = ["a", "b", "c"]
    private static let types = ["null", "boolean", "integer", "number", "string", "array", "object"]

    /// A document with two definitions that references may name, also their own.
    mutating func document() -> JSONValue {
        guard var root = schema(levels: 3).objectValue else { return true }
        root["$defs"] = ["X": schema(levels: 2), "Y": schema(levels: 2)]
        return .object(root)
    }

    /// The schema with some keyword changed, removed or added somewhere.
    mutating func relative(of schema: JSONValue, levels: Int = 3) -> JSONValue {
        guard var object = schema.objectValue, !object.isEmpty, !generator.chance(10) else {
            return self.schema(levels: levels)
        }
        let (key, value) = generator.pick(object)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0 where key != "$defs":
            object[key] = nil
        case 1:
            for (name, value) in self.schema(levels: min(levels, 1)).objectValue ?? [:] { object[name] = value }
        default:
            object[key] = changed(key, value, levels: levels - 1)
        }
        return .object(object)
    }

    private mutating func changed(_ key: String, _ value: JSONValue, levels: Int) -> JSONValue {
        switch (key, value) {
        case ("properties", .object(var members)), ("$defs", .object(var members)),
            ("patternProperties", .object(var members)), ("dependentSchemas", .object(var members)):
            guard !members.isEmpty else { return value }
            let name = generator.pick(members).key
            members[name] = relative(of: members[name] ?? true, levels: levels)
            return .object(members)
        case ("anyOf", .array(var items)), ("oneOf", .array(var items)), ("allOf", .array(var items)),
            ("prefixItems", .array(var items)):
            let index = generator.pick(items.indices)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0 where items.count > 1: items.remove(at: index)
            case 1: items.append(schema(levels: levels))
            default: items[index] = relative(of: items[index], levels: levels)
            }
            return .array(items)
        case ("additionalProperties", _), ("items", _), ("not", _), ("contains", _), ("propertyNames", _), ("if", _),
            ("then", _), ("else", _):
            return relative(of: value, levels: levels)
        default:
            return keyword(key, levels: max(levels, 0)) ?? value
        }
    }

    /// A schema of a few random keywords.
    mutating func schema(levels: Int) -> JSONValue {
        if generator.chance(8) { return .bool(generator.chance(70)) }
        var object = JSONObject()
        if generator.chance(60) { object["type"] = keyword("type", levels: levels) }
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let simple = [
                "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
                "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "required",
                "minProperties", "maxProperties", "dependentRequired",
            ]
            let nested = [
                "properties", "properties", "additionalProperties", "patternProperties", "propertyNames", "items",
                "prefixItems", "contains", "anyOf", "anyOf", "oneOf", "oneOf", "allOf", "not", "not", "not", "if", "if",
                "$ref", "dependentSchemas", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems",
                "minContains", "maxContains",
            ]
            let key = levels > 0 && generator.chance(55) ? generator.pick(nested) : generator.pick(simple)
            object[key] = keyword(key, levels: levels - 1)
            for branch in ["then", "else"] where key == "if" && generator.chance(70) {
                object[branch] = keyword(branch, levels: levels - 1)
            }
        }
        return .object(object)
    }

    private mutating func keyword(_ key: String, levels: Int) -> JSONValue? {
        switch key {
        case "type":
            guard generator.chance(25) else { return .string(generator.pick(Self.types)) }
            return [.string(generator.pick(Self.types)), "null"]
        case "enum":
            return .array((0..<Int.random(in: 1...4, using: &generator)).map { _ in generator.pick(Self.scalars) })
        case "const": return generator.pick(Self.scalars)
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
            return .number(JSONNumber(Int.random(in: -1...3, using: &generator)))
        case "multipleOf": return generator.pick([1, 2, 4, 0.5])
        case "pattern": return generator.pick(["^a", "b$", "a"])
        case "uniqueItems": return true
        case "required": return [.string(generator.pick(Self.names))]
        case "dependentRequired": return .object([generator.pick(Self.names): [.string(generator.pick(Self.names))]])
        case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains",
            "maxContains":
            return .number(JSONNumber(Int.random(in: 0...2, using: &generator)))
        case "$ref": return .string(generator.pick(["#/$defs/X", "#/$defs/Y"]))
        case "properties", "dependentSchemas":
            return .object([
                generator.pick(Self.names): schema(levels: levels), generator.pick(Self.names): schema(levels: levels),
            ])
        case "patternProperties": return .object([generator.pick(["^a", "[bc]"]): schema(levels: levels)])
        case "anyOf", "oneOf", "allOf", "prefixItems":
            return .array((0..<Int.random(in: 1...3, using: &generator)).map { _ in schema(levels: levels) })
        case "unevaluatedProperties", "unevaluatedItems": return generator.chance(60) ? false : schema(levels: levels)
        default: return schema(levels: levels)
        }
    }

    // MARK: Instances

    static let scalars: [JSONValue] = [
        nil, true, false, -1, 0, 1, 2, 3, 4, 0.5, 1.5, "", "a", "b", "ab", "ba", "c",
    ]

    /// Every scalar, and many arrays and objects of them.
    static let instances: [JSONValue] = {
        var found = scalars + [[], [:]]
        for first in scalars {
            found += [[first], ["a": first], ["b": first], ["x": first], [[first]], ["a": ["a": first]]]
            for second in scalars.enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
                found += [
                    [first, second], ["a": first, "b": second], ["b": first, "c": second], ["a": [first, second]],
                ]
            }
        }
        return found
    }()
}
