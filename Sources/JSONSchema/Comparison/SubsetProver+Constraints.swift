import JSON

extension SubsetProver {
    /// Whether the left meets each thing asked, without taking the left apart.
    mutating func proveEach(_ left: Conjunction, _ known: Facts, _ asked: Facts) -> Bool {
        guard !asked.isRefused, asked.values == nil, known.types.isSubset(of: asked.types),
            numbersSuffice(known, asked), stringsSuffice(known, asked),
            arraysSuffice(known, asked), objectsSuffice(known, asked)
        else { return false }
        return asked.choices.allSatisfy { fits(left, known, $0) }
            && asked.negations.allSatisfy { avoids(left, known, $0) }
            && asked.conditionals.allSatisfy { obeys(left, known, $0) }
            && asked.dependents.allSatisfy { obeys(left, known, $0) }
            && (!known.types.contains(.array) || asked.opaqueForArrays.allSatisfy { hasCongruent(known, $0) })
            && (!known.types.contains(.object) || asked.opaqueForObjects.allSatisfy { hasCongruent(known, $0) })
    }

    private func numbersSuffice(_ known: Facts, _ asked: Facts) -> Bool {
        guard !known.types.isDisjoint(with: .number) else { return true }
        return Facts.isWithin(lower: known.lower, asked.lower) && Facts.isWithin(upper: known.upper, asked.upper)
            && asked.divisors.allSatisfy { divisor in known.divisors.contains { divisor.divides($0.number) } }
    }

    private func stringsSuffice(_ known: Facts, _ asked: Facts) -> Bool {
        guard known.types.contains(.string) else { return true }
        return known.minLength >= asked.minLength && known.maxLength <= asked.maxLength
            && asked.patterns.isSubset(of: known.patterns)
    }

    private mutating func arraysSuffice(_ known: Facts, _ asked: Facts) -> Bool {
        guard known.types.contains(.array), !asked.arrays.isEmpty else { return true }
        guard known.minItems >= asked.minItems, known.maxItems <= asked.maxItems,
            known.hasUniqueItems || !asked.hasUniqueItems
        else { return false }
        for index in 0...max(known.prefixCount, asked.prefixCount) where index < known.maxItems {
            guard isSubset(Conjunction(known.item(index)), asked.item(index)) else { return false }
        }
        return asked.arrays.allSatisfy { containsSuffices(known, $0) }
    }

    /// `contains` asks for at least so many of a kind, and at most so many.
    private mutating func containsSuffices(_ known: Facts, _ asked: Facts.Layer<ArrayRules>) -> Bool {
        guard let kind = asked.rules.contains.map(asked.owner.sibling) else { return true }
        let least = asked.rules.minContains ?? 1
        let hasEnough =
            least == 0
            || known.arrays.contains { layer in
                guard let other = layer.rules.contains.map(layer.owner.sibling),
                    layer.rules.minContains ?? 1 >= least
                else { return false }
                return isSubset(Conjunction([other]), [kind])
            }
        guard hasEnough, let most = asked.rules.maxContains else { return hasEnough }
        return known.arrays.contains { layer in
            guard let other = layer.rules.contains.map(layer.owner.sibling), layer.rules.maxContains ?? .max <= most
            else { return false }
            return isSubset(Conjunction([kind]), [other])
        }
    }

    private mutating func fits(_ left: Conjunction, _ known: Facts, _ choice: Choice) -> Bool {
        guard choice.isExclusive else {
            return choice.alternatives.contains { isSubset(left, [$0]) }
        }
        if known.choices.contains(where: { $0.isExclusive && isSameChoice($0, choice) }) { return true }
        return choice.alternatives.indices.contains { index in
            guard isSubset(left, [choice.alternatives[index]]) else { return false }
            return choice.alternatives.indices.allSatisfy { other in
                other == index || isUnsatisfiable(left.adding([choice.alternatives[other]]))
            }
        }
    }

    /// Whether two exclusive choices offer the same, in whatever order.
    private mutating func isSameChoice(_ one: Choice, _ other: Choice) -> Bool {
        guard one.alternatives.count == other.alternatives.count else { return false }
        var left = other.alternatives
        for alternative in one.alternatives {
            guard let match = left.firstIndex(where: { isEquivalent(alternative, $0) }) else { return false }
            left.remove(at: match)
        }
        return true
    }

    mutating func isEquivalent(_ one: SchemaReference, _ other: SchemaReference) -> Bool {
        isSubset(Conjunction([one]), [other]) && isSubset(Conjunction([other]), [one])
    }

    private mutating func avoids(_ left: Conjunction, _ known: Facts, _ negated: SchemaReference) -> Bool {
        isUnsatisfiable(left.adding([negated]))
            || known.negations.contains { isSubset(Conjunction([negated]), [$0]) }
    }

    private mutating func obeys(_ left: Conjunction, _ known: Facts, _ asked: Facts.Conditional) -> Bool {
        let then = [asked.then].compactMap { $0 }
        let otherwise = [asked.otherwise].compactMap { $0 }
        if isSubset(left, then), isSubset(left, otherwise) { return true }
        if isSubset(left, [asked.condition]), isSubset(left, then) { return true }
        if isUnsatisfiable(left.adding([asked.condition])), isSubset(left, otherwise) { return true }
        return known.conditionals.contains { conditional in
            isEquivalent(conditional.condition, asked.condition)
                && isSubset(left.adding([conditional.then].compactMap { $0 }), then)
                && isSubset(left.adding([conditional.otherwise].compactMap { $0 }), otherwise)
        }
    }

    private mutating func obeys(_ left: Conjunction, _ known: Facts, _ asked: Facts.Dependent) -> Bool {
        if !known.types.contains(.object) || isSubset(left, [asked.schema]) { return true }
        return known.dependents.contains { dependent in
            ExactString(dependent.property) == ExactString(asked.property)
                && isSubset(left.adding([dependent.schema]), [asked.schema])
        }
    }

    private func hasCongruent(_ known: Facts, _ asked: SchemaReference) -> Bool {
        known.schemas.contains { schema in
            var congruence = Congruence(of: graph(of: schema), and: graph(of: asked))
            return congruence.holds(schema.index, asked.index)
        }
    }
}
