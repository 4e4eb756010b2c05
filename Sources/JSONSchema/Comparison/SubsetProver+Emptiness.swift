import JSON

extension SubsetProver {
    /// Whether no instance satisfies a conjunction; false also when that is only not seen.
    mutating func isUnsatisfiable(_ conjunction: Conjunction, levels: Int = 4) -> Bool {
        guard spend() else { return false }
        let known = facts(conjunction)
        if known.isRefused || known.types.isEmpty { return true }
        if let values = finiteValues(conjunction) { return values.isEmpty }
        guard levels > 0 else { return false }
        if known.types.atoms.allSatisfy({ hasNone(of: $0, known, levels: levels) }) { return true }
        guard let choice = known.choices.first else { return false }
        return choice.alternatives.allSatisfy { alternative in
            isUnsatisfiable(conjunction.settling(choice, on: alternative), levels: levels - 1)
        }
    }

    private mutating func hasNone(of type: TypeSet, _ known: Facts, levels: Int) -> Bool {
        switch type {
        case .integer, .fraction:
            guard let lower = known.lower, let upper = known.upper else { return false }
            if lower.value == upper.value { return lower.isExclusive || upper.isExclusive }
            return lower.value > upper.value
        case .string:
            return known.minLength > known.maxLength
        case .array:
            return known.minItems > known.maxItems
        case .object:
            return known.minProperties > known.maxProperties
                || known.required.contains { name in
                    guard let schemas = schemas(of: name.text, in: known) else { return false }
                    return isUnsatisfiable(Conjunction(schemas), levels: levels - 1)
                }
        default:
            return false
        }
    }
}
