import JSON

/// Puts the differences of two schemas into words, place by place; what they amount to is the prover's word.
struct ChangeDescriber {
    typealias Relation = SchemaComparison.Relation

    var prover: SubsetProver
    var changes: [SchemaComparison.Change] = []
    var path: [String] = []
    private var visited: Set<[Conjunction]> = []
    /// The effects of what was noted for the place at hand, here or elsewhere.
    private var explained: Set<Relation> = []
    private static let changeLimit = 200

    init(prover: SubsetProver) {
        self.prover = prover
    }

    /// Compares the roots of two schemas.
    mutating func compare(old: SchemaReference, new: SchemaReference) -> SchemaComparison {
        let relation = relation([old], [new])
        describe([old], [new])
        return SchemaComparison(relation: relation, changes: relation == .equivalent ? [] : changes)
    }

    /// How two conjunctions lie to one another; nil stands for one that nothing satisfies.
    mutating func relation(_ old: [SchemaReference]?, _ new: [SchemaReference]?) -> Relation {
        Relation(newWithinOld: isWithin(new, old), oldWithinNew: isWithin(old, new))
    }

    private mutating func isWithin(_ left: [SchemaReference]?, _ right: [SchemaReference]?) -> Bool {
        guard let left else { return true }
        guard let right else { return prover.isUnsatisfiable(Conjunction(left)) }
        return prover.isSubset(Conjunction(left), right)
    }

    /// Notes what is different between two conjunctions, at the current path.
    mutating func describe(_ old: [SchemaReference], _ new: [SchemaReference]) {
        let relation = relation(old, new)
        guard relation != .equivalent else { return }
        guard visited.insert([Conjunction(old), Conjunction(new)]).inserted else {
            explained.insert(relation)
            return
        }
        let outer = explained
        explained = []
        defer { explained.formUnion(outer) }
        let before = Side(old, &prover)
        let after = Side(new, &prover)
        describeValues(before, after)
        let common = before.types.intersection(after.types)
        if !common.isDisjoint(with: .number) { describeNumbers(before.facts, after.facts) }
        if common.contains(.string) { describeStrings(before.facts, after.facts) }
        if common.contains(.array) { describeArrays(before.facts, after.facts) }
        if common.contains(.object) { describeObjects(before.facts, after.facts) }
        describeChoices(before.facts, after.facts, relation)
        // What was said must account for the whole: effects in one direction do not make it incomparable.
        let isAccountedFor =
            !explained.isEmpty && (relation != .incomparable || ![[.narrowed], [.widened]].contains(explained))
        guard !isAccountedFor else { return }
        note(relation, before.facts.changeWithoutWords(to: after.facts))
    }

    /// What is described of one of the two.
    struct Side {
        let facts: Facts
        /// Types that are possible, alternatives considered.
        let types: TypeSet
        /// All values, when they are listed.
        let values: [JSONValue]?

        init(_ schemas: [SchemaReference], _ prover: inout SubsetProver) {
            let conjunction = Conjunction(schemas)
            facts = prover.facts(conjunction)
            types = prover.possibleTypes(conjunction)
            values = facts.values == nil ? nil : prover.finiteValues(conjunction)
        }
    }

    // MARK: Notes

    mutating func note(_ relation: Relation, _ what: String) {
        guard relation != .equivalent else { return }
        explained.insert(relation)
        guard changes.count < Self.changeLimit else { return }
        let change = SchemaComparison.Change(path: JSONPointer(tokens: path), relation: relation, what: what)
        if !changes.contains(change) { changes.append(change) }
    }

    mutating func within(_ tokens: [String], _ work: (inout ChangeDescriber) -> Void) {
        path += tokens
        work(&self)
        path.removeLast(tokens.count)
    }

    /// A limit whose growth lets more in, or keeps more out.
    mutating func noteLimit(_ name: String, old: Int?, new: Int?, growthWidens: Bool) {
        let growth: Relation = growthWidens ? .widened : .narrowed
        let fall: Relation = growthWidens ? .narrowed : .widened
        switch (old, new) {
        case (let old?, let new?) where old != new:
            note(new > old ? growth : fall, "\(name) \(new > old ? "raised" : "lowered") from \(old) to \(new)")
        case (nil, let new?): note(.narrowed, "\(name) \(new) added")
        case (let old?, nil): note(.widened, "\(name) \(old) removed")
        default: break
        }
    }

    // MARK: Values

    private mutating func describeValues(_ before: Side, _ after: Side) {
        describeTypes(before.types, after.types)
        switch (before.values, after.values) {
        case (let old?, let new?):
            for value in old where !new.contains(value) {
                note(.narrowed, "enum value \(Finding.brief(value)) removed")
            }
            for value in new where !old.contains(value) { note(.widened, "enum value \(Finding.brief(value)) added") }
        case (nil, let new?):
            note(.narrowed, "restricted to the values \(list(new))")
        case (let old?, nil):
            note(.widened, "no longer restricted to the values \(list(old))")
        case (nil, nil):
            break
        }
    }

    private func list(_ values: [JSONValue]) -> String {
        let shown = values.prefix(6).map(Finding.brief).joined(separator: ", ")
        return values.count > 6 ? "\(shown) and \(values.count - 6) more" : shown
    }

    private mutating func describeTypes(_ old: TypeSet, _ new: TypeSet) {
        guard old != new else { return }
        if old == .all { return note(.narrowed, "restricted to \(new.words)") }
        if new == .all { return note(.widened, "no longer restricted to \(old.words)") }
        var removed = old.subtracting(new)
        var added = new.subtracting(old)
        if removed.contains(.fraction), new.contains(.integer) {
            note(.narrowed, "type \"number\" narrowed to \"integer\"")
            removed.remove(.fraction)
        }
        if added.contains(.fraction), old.contains(.integer) {
            note(.widened, "type \"integer\" widened to \"number\"")
            added.remove(.fraction)
        }
        for name in removed.names { note(.narrowed, "type \"\(name)\" removed") }
        for name in added.names { note(.widened, "type \"\(name)\" added") }
    }

    // MARK: Choices

    private mutating func describeChoices(_ old: Facts, _ new: Facts, _ relation: Relation) {
        guard old.choices.count == new.choices.count else { return }
        for (before, after) in zip(old.choices, new.choices) {
            let keyword = after.isExclusive ? "oneOf" : "anyOf"
            var removed: [SchemaReference] = []
            var left = Array(after.alternatives.enumerated())
            for alternative in before.alternatives {
                if let match = left.firstIndex(where: { prover.isEquivalent(alternative, $0.element) }) {
                    left.remove(at: match)
                } else {
                    removed.append(alternative)
                }
            }
            if removed.count == left.count {
                for (alternative, counterpart) in zip(removed, left) {
                    within([keyword, String(counterpart.offset)]) { describer in
                        describer.describe([alternative], [counterpart.element])
                    }
                }
                continue
            }
            // Fewer alternatives of a `oneOf` may let more in, so only the whole can be judged.
            if !removed.isEmpty {
                note(
                    after.isExclusive ? relation : .narrowed,
                    "\(removed.count) of the \(keyword) alternatives removed"
                )
            }
            if !left.isEmpty {
                note(after.isExclusive ? relation : .widened, "\(left.count) \(keyword) alternatives added")
            }
        }
    }
}

extension TypeSet {
    fileprivate var words: String {
        (names.count == 1 ? "the type " : "the types ") + names.map(Finding.quoted).joined(separator: ", ")
    }
}

extension Facts {
    /// Names what may have changed, where it has no short words.
    fileprivate func changeWithoutWords(to new: Facts) -> String {
        var keywords: [String] = []
        if !negations.isEmpty || !new.negations.isEmpty { keywords.append("not") }
        if !conditionals.isEmpty || !new.conditionals.isEmpty { keywords.append("if, then, else") }
        if !dependents.isEmpty || !new.dependents.isEmpty { keywords.append("dependentSchemas") }
        if !opaqueForArrays.isEmpty || !new.opaqueForArrays.isEmpty { keywords.append("unevaluatedItems") }
        if !opaqueForObjects.isEmpty || !new.opaqueForObjects.isEmpty { keywords.append("unevaluatedProperties") }
        if choices.count != new.choices.count { keywords.append("anyOf, oneOf") }
        return "changed" + (keywords.isEmpty ? "" : " in " + keywords.joined(separator: ", "))
    }
}

extension SubsetProver {
    /// The types an instance can have, as far as they are plain to see.
    mutating func possibleTypes(_ conjunction: Conjunction) -> TypeSet {
        let known = facts(conjunction)
        if let values = finiteValues(conjunction) { return values.reduce(into: []) { $0.insert(TypeSet(of: $1)) } }
        return known.choices.reduce(into: known.types) { types, choice in
            var offered: TypeSet = []
            for alternative in choice.alternatives { offered.formUnion(possibleTypes(Conjunction([alternative]))) }
            types.formIntersection(offered)
        }
    }
}
