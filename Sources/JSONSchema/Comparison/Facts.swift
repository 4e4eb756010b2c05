import JSON

/// Everything that a conjunction says about an instance, gathered through references and `allOf`.
struct Facts {
    /// An end of a range of numbers.
    struct Bound: Hashable {
        var value: JSONNumber
        var isExclusive: Bool
    }

    /// Array or object rules of one schema.
    struct Layer<Rules> {
        let owner: SchemaReference
        let rules: Rules
    }

    struct Conditional {
        let condition: SchemaReference
        let then: SchemaReference?
        let otherwise: SchemaReference?
    }

    struct Dependent {
        let property: String
        let schema: SchemaReference
    }

    var types: TypeSet = .all
    var isRefused = false
    /// The only values possible, before the other facts are applied; nil when they are not listed.
    var values: [JSONValue]?
    var lower: Bound?
    var upper: Bound?
    var divisors: [ExactDecimal] = []
    var minLength = 0
    var maxLength = Int.max
    var patterns: Set<String> = []
    var arrays: [Layer<ArrayRules>] = []
    var objects: [Layer<ObjectRules>] = []
    var choices: [Choice] = []
    var negations: [SchemaReference] = []
    var conditionals: [Conditional] = []
    var dependents: [Dependent] = []
    /// Schemas with `unevaluatedItems` beside what looks at items, which can only be compared as a whole.
    var opaqueForArrays: [SchemaReference] = []
    /// The same for `unevaluatedProperties`.
    var opaqueForObjects: [SchemaReference] = []
    /// Every schema met on the way.
    var schemas: Set<SchemaReference> = []

    mutating func add(_ rules: SchemaRules, of owner: SchemaReference) {
        if rules.refusesAll { isRefused = true }
        if let allowed = rules.types { types.formIntersection(allowed) }
        if let constant = rules.constant { restrict(to: [constant]) }
        if let listed = rules.enumeration { restrict(to: listed) }
        if let number = rules.number?.value { add(number) }
        if let string = rules.string?.value {
            minLength = max(minLength, string.minLength ?? 0)
            maxLength = min(maxLength, string.maxLength ?? .max)
            if let pattern = string.pattern { patterns.insert(pattern.text) }
        }
        addArrays(rules, of: owner)
        addObjects(rules, of: owner)
    }

    /// Where nothing else looks at items, `unevaluatedItems` means what `items` means.
    private mutating func addArrays(_ rules: SchemaRules, of owner: SchemaReference) {
        var array = rules.array?.value
        if let unevaluated = rules.unevaluatedItems {
            if rules.applicators.isEmpty, array?.contains == nil {
                var extended = array ?? ArrayRules()
                extended.rest = extended.rest ?? unevaluated
                array = extended
            } else {
                opaqueForArrays.append(owner)
            }
        }
        if let array { arrays.append(Layer(owner: owner, rules: array)) }
    }

    /// Where nothing else looks at members, `unevaluatedProperties` means what `additionalProperties` means.
    private mutating func addObjects(_ rules: SchemaRules, of owner: SchemaReference) {
        var object = rules.object?.value
        if let unevaluated = rules.unevaluatedProperties {
            if rules.applicators.isEmpty {
                var extended = object ?? ObjectRules()
                extended.additional = extended.additional ?? unevaluated
                object = extended
            } else {
                opaqueForObjects.append(owner)
            }
        }
        if let object { objects.append(Layer(owner: owner, rules: object)) }
    }

    private mutating func restrict(to listed: [JSONValue]) {
        values = values.map { $0.filter(listed.contains) } ?? listed
    }

    private mutating func add(_ rules: NumberRules) {
        if let divisor = rules.multipleOf { divisors.append(divisor) }
        raise(rules.minimum, isExclusive: false)
        raise(rules.exclusiveMinimum, isExclusive: true)
        lower(rules.maximum, isExclusive: false)
        lower(rules.exclusiveMaximum, isExclusive: true)
    }

    private mutating func raise(_ value: JSONNumber?, isExclusive: Bool) {
        guard let value else { return }
        let bound = Bound(value: value, isExclusive: isExclusive)
        if !Facts.isWithin(lower: lower, bound) { lower = bound }
    }

    private mutating func lower(_ value: JSONNumber?, isExclusive: Bool) {
        guard let value else { return }
        let bound = Bound(value: value, isExclusive: isExclusive)
        if !Facts.isWithin(upper: upper, bound) { upper = bound }
    }

    /// Whether a lower bound keeps out all that another keeps out.
    static func isWithin(lower bound: Bound?, _ other: Bound?) -> Bool {
        guard let other else { return true }
        guard let bound else { return false }
        if bound.value == other.value { return bound.isExclusive || !other.isExclusive }
        return bound.value > other.value
    }

    /// Whether an upper bound keeps out all that another keeps out.
    static func isWithin(upper bound: Bound?, _ other: Bound?) -> Bool {
        guard let other else { return true }
        guard let bound else { return false }
        if bound.value == other.value { return bound.isExclusive || !other.isExclusive }
        return bound.value < other.value
    }
}

extension Facts {
    var minItems: Int { arrays.compactMap(\.rules.minItems).max() ?? 0 }
    var maxItems: Int { arrays.compactMap(\.rules.maxItems).min() ?? .max }
    var hasUniqueItems: Bool { arrays.contains(where: \.rules.uniqueItems) }
    var minProperties: Int { objects.compactMap(\.rules.minProperties).max() ?? 0 }
    var maxProperties: Int { objects.compactMap(\.rules.maxProperties).min() ?? .max }

    /// Length of the longest tuple.
    var prefixCount: Int { arrays.map(\.rules.prefix.count).max() ?? 0 }

    var required: Set<ExactString> { Set(objects.flatMap { $0.rules.required.map(ExactString.init) }) }

    var named: Set<ExactString> { Set(objects.flatMap { $0.rules.properties.keys }) }

    var memberPatterns: Set<String> { Set(objects.flatMap { $0.rules.patterns.map(\.pattern.text) }) }

    /// Schemas for names.
    var nameSchemas: [SchemaReference] {
        objects.compactMap { layer in layer.rules.names.map(layer.owner.sibling) }
    }

    /// What must be there once something else is.
    var dependencies: Set<[ExactString]> {
        Set(
            objects.flatMap { layer in
                layer.rules.dependentRequired.flatMap { dependency in
                    dependency.required.map { [ExactString(dependency.property), ExactString($0)] }
                }
            }
        )
    }

    /// The schemas of the item at an index; any index from `prefixCount` on stands for the rest.
    func item(_ index: Int) -> [SchemaReference] {
        arrays.compactMap { layer in
            let rules = layer.rules
            return (index < rules.prefix.count ? rules.prefix[index] : rules.rest).map(layer.owner.sibling)
        }
    }

    /// The schemas of the members that no schema names and that match just these patterns.
    func unnamed(matching matched: Set<String>) -> [SchemaReference] {
        objects.flatMap { layer in
            let fitting = layer.rules.patterns.filter { matched.contains($0.pattern.text) }.map(\.schema)
            let schemas = fitting.isEmpty ? [layer.rules.additional].compactMap { $0 } : fitting
            return schemas.map(layer.owner.sibling)
        }
    }
}
