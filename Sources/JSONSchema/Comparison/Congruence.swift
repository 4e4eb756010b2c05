import JSON

/// Whether two subschemas say the same in the same way, through references.
struct Congruence {
    private let left: SchemaGraph
    private let right: SchemaGraph
    /// Found alike, or being looked at: what leads back to itself is alike when nothing else differs.
    private var alike: Set<[Int]> = []

    init(of left: SchemaGraph, and right: SchemaGraph) {
        self.left = left
        self.right = right
    }

    /// Whether the subschemas are alike; after an answer of false the value is used up.
    mutating func holds(_ one: Int, _ other: Int) -> Bool {
        guard alike.insert([one, other]).inserted else { return true }
        let mine = left.nodes[one].rules
        let its = right.nodes[other].rules
        return mine.refusesAll == its.refusesAll && mine.types == its.types && mine.enumeration == its.enumeration
            && mine.constant == its.constant && mine.number?.value == its.number?.value
            && holds(mine.string?.value, its.string?.value)
            && holds(mine.array?.value, its.array?.value) && holds(mine.object?.value, its.object?.value)
            && holds(mine.unevaluatedItems, its.unevaluatedItems)
            && holds(mine.unevaluatedProperties, its.unevaluatedProperties)
            && mine.applicators.count == its.applicators.count
            && zip(mine.applicators, its.applicators).allSatisfy { holds($0, $1) }
    }

    private mutating func holds(_ one: Int?, _ other: Int?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return holds(one, other)
    }

    private mutating func holds(_ one: [Int], _ other: [Int]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { holds($0, $1) }
    }

    private func holds(_ one: StringRules?, _ other: StringRules?) -> Bool {
        one?.minLength == other?.minLength && one?.maxLength == other?.maxLength
            && one?.pattern?.text == other?.pattern?.text && one?.format == other?.format
    }

    private mutating func holds(_ one: ArrayRules?, _ other: ArrayRules?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.minItems == other.minItems && one.maxItems == other.maxItems && one.uniqueItems == other.uniqueItems
            && one.minContains == other.minContains && one.maxContains == other.maxContains
            && one.containsEvaluates == other.containsEvaluates && holds(one.prefix, other.prefix)
            && holds(one.rest, other.rest) && holds(one.contains, other.contains)
    }

    private mutating func holds(_ one: ObjectRules?, _ other: ObjectRules?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        let names = Set(one.properties.keys)
        guard names == Set(other.properties.keys), one.patterns.count == other.patterns.count,
            Set(one.required.map(ExactString.init)) == Set(other.required.map(ExactString.init)),
            one.minProperties == other.minProperties, one.maxProperties == other.maxProperties,
            one.dependentRequired.count == other.dependentRequired.count
        else { return false }
        return names.allSatisfy { holds(one.properties[$0], other.properties[$0]) }
            && zip(one.patterns, other.patterns).allSatisfy { mine, its in
                mine.pattern.text == its.pattern.text && holds(mine.schema, its.schema)
            }
            && zip(one.dependentRequired, other.dependentRequired).allSatisfy { mine, its in
                mine.property == its.property && mine.required == its.required
            }
            && holds(one.additional, other.additional) && holds(one.names, other.names)
    }

    private mutating func holds(_ one: Applicator, _ other: Applicator) -> Bool {
        switch (one, other) {
        case (.reference(let mine, _), .reference(let its, _)):
            holds(left.links[mine].node, right.links[its].node)
        case (.allOf(let mine), .allOf(let its)), (.anyOf(let mine), .anyOf(let its)),
            (.oneOf(let mine), .oneOf(let its)):
            holds(mine, its)
        case (.not(let mine), .not(let its)):
            holds(mine, its)
        case (.conditional(let mine, let mineThen, let mineElse), .conditional(let its, let itsThen, let itsElse)):
            holds(mine, its) && holds(mineThen, itsThen) && holds(mineElse, itsElse)
        case (.dependent(let myName, let mine, _), .dependent(let itsName, let its, _)):
            ExactString(myName) == ExactString(itsName) && holds(mine, its)
        default:
            false
        }
    }
}
