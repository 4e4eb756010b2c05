import JSON

extension Evaluation {
    mutating func check(_ rules: Shared<ArrayRules>, _ items: [JSONValue], _ evaluated: inout Evaluated) -> Bool {
        guard spend(rules.value.uniqueItems ? items.count : 0, on: .array(items)) else { return false }
        var isValid = checkSize(rules, items)
        guard isValid || goesOn else { return false }
        isValid = checkItems(rules, items, &evaluated) && isValid
        guard let contains = rules.value.contains, isValid || goesOn else { return isValid }
        return check(rules, contains: contains, items, &evaluated) && isValid
    }

    private mutating func checkSize(_ rules: Shared<ArrayRules>, _ items: [JSONValue]) -> Bool {
        var isValid = true
        if let bound = rules.value.minItems, items.count < bound {
            isValid = report(.minItems(bound, found: items.count), .minItems, .array(items))
        }
        if let bound = rules.value.maxItems, items.count > bound {
            isValid = report(.maxItems(bound, found: items.count), .maxItems, .array(items))
        }
        guard rules.value.uniqueItems, items.count > 1 else { return isValid }
        var seen: [JSONValue: Int] = [:]
        for (index, item) in items.enumerated() {
            if let first = seen.updateValue(index, forKey: item) {
                return report(.duplicate(first: first, second: index), .uniqueItems, .array(items))
            }
        }
        return isValid
    }

    private mutating func checkItems(
        _ rules: Shared<ArrayRules>,
        _ items: [JSONValue],
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        for (index, (schema, item)) in zip(rules.value.prefix, items).enumerated() {
            isValid =
                under(.keyword(rules.value.prefixKeyword), .index(index)) { evaluation in
                    evaluation.check(schema, part: item, at: .index(index))
                } && isValid
            guard isValid || goesOn else { return false }
        }
        evaluated.prefix = max(evaluated.prefix, min(rules.value.prefix.count, items.count))
        guard let rest = rules.value.rest else { return isValid }
        evaluated.isAll = true
        for (index, item) in items.enumerated().dropFirst(rules.value.prefix.count) {
            isValid =
                under(.keyword(rules.value.restKeyword)) { evaluation in
                    evaluation.check(rest, part: item, at: .index(index))
                } && isValid
            guard isValid || goesOn else { return false }
        }
        return isValid
    }

    private mutating func check(
        _ rules: Shared<ArrayRules>,
        contains schema: Int,
        _ items: [JSONValue],
        _ evaluated: inout Evaluated
    ) -> Bool {
        let least = rules.value.minContains ?? 1
        var found = 0
        for (index, item) in items.enumerated() {
            guard quietly({ $0.check(schema, part: item, at: .index(index)) }) else { continue }
            found += 1
            if rules.value.containsEvaluates, graph.tracksEvaluated { evaluated.insert(index) }
        }
        guard stop == nil else { return false }
        if found < least {
            let keyword = rules.value.minContains == nil ? Keyword.contains : .minContains
            return report(.minContains(least, found: found), keyword, .array(items))
        }
        if let most = rules.value.maxContains, found > most {
            return report(.maxContains(most, found: found), .maxContains, .array(items))
        }
        return true
    }
}
