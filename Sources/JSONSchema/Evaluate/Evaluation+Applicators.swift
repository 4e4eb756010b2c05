import JSON

extension Evaluation {
    mutating func check(
        _ applicator: Applicator,
        _ instance: JSONValue,
        _ evaluated: inout Evaluated
    ) -> Bool {
        switch applicator {
        case .reference(let link, let keyword):
            let schema = target(of: graph.links[link])
            return check(schema, instance, &evaluated, under: .keyword(keyword))
        case .allOf(let schemas):
            return checkAll(schemas, instance, &evaluated)
        case .anyOf(let schemas):
            return checkAny(schemas, instance, &evaluated)
        case .oneOf(let schemas):
            return checkOne(schemas, instance, &evaluated)
        case .not(let schema):
            return checkNot(schema, instance)
        case .conditional(let condition, let then, let otherwise):
            return check(if: condition, then: then, else: otherwise, instance, &evaluated)
        case .dependent(let property, let schema, let keyword):
            guard case .object(let object) = instance, object[property] != nil else { return true }
            return check(schema, instance, &evaluated, under: .keyword(keyword), .key(property))
        }
    }

    /// Applies a subschema to the same instance; what it evaluated counts when it is valid.
    private mutating func check(
        _ schema: Int,
        _ instance: JSONValue,
        _ evaluated: inout Evaluated,
        under keyword: PathToken,
        _ key: PathToken? = nil
    ) -> Bool {
        var inner = Evaluated()
        let isValid = under(keyword, key) { $0.check(schema, instance, &inner) }
        if isValid, graph.tracksEvaluated { evaluated.formUnion(inner) }
        return isValid
    }

    private mutating func checkAll(
        _ schemas: [Int],
        _ instance: JSONValue,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        for (index, schema) in schemas.enumerated() {
            guard isValid || goesOn else { return false }
            isValid = check(schema, instance, &evaluated, under: .keyword(.allOf), .index(index)) && isValid
        }
        return isValid
    }

    private mutating func checkNot(_ schema: Int, _ instance: JSONValue) -> Bool {
        var inner = Evaluated()
        let fits = quietly { $0.check(schema, instance, &inner) }
        return fits ? report(.negated, .not, instance) : stop == nil
    }

    private mutating func check(
        if condition: Int,
        then: Int?,
        else otherwise: Int?,
        _ instance: JSONValue,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var inner = Evaluated()
        let holds = quietly { $0.check(condition, instance, &inner) }
        if holds { evaluated.formUnion(inner) }
        guard stop == nil else { return false }
        guard let branch = holds ? then : otherwise else { return true }
        return check(branch, instance, &evaluated, under: .keyword(holds ? .then : .else))
    }

    private mutating func checkAny(
        _ schemas: [Int],
        _ instance: JSONValue,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = false
        for schema in schemas {
            var inner = Evaluated()
            guard quietly({ $0.check(schema, instance, &inner) }) else { continue }
            isValid = true
            // Each alternative that fits counts for `unevaluated…`; without that, one is enough.
            guard graph.tracksEvaluated else { return true }
            evaluated.formUnion(inner)
        }
        guard !isValid else { return stop == nil }
        guard goesOn else { return false }
        let causes = nearest(of: schemas, keyword: .anyOf, instance)
        return report(.noAlternative(count: schemas.count), .anyOf, instance, causes: causes)
    }

    private mutating func checkOne(
        _ schemas: [Int],
        _ instance: JSONValue,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var fitting: [Int] = []
        for (index, schema) in schemas.enumerated() {
            var inner = Evaluated()
            guard quietly({ $0.check(schema, instance, &inner) }) else { continue }
            fitting.append(index)
            guard fitting.count < 2 else { return report(.severalAlternatives(fitting), .oneOf, instance) }
            evaluated.formUnion(inner)
        }
        guard fitting.isEmpty else { return stop == nil }
        guard goesOn else { return false }
        let causes = nearest(of: schemas, keyword: .oneOf, instance)
        return report(.noAlternative(count: schemas.count), .oneOf, instance, causes: causes)
    }

    /// What is wrong by the alternative that came nearest.
    private mutating func nearest(of schemas: [Int], keyword: Keyword, _ instance: JSONValue) -> [SchemaViolation] {
        let kept = violations
        defer { violations = kept }
        var best: (rank: Nearness, violations: [SchemaViolation])?
        for (index, schema) in schemas.enumerated() {
            violations = []
            var inner = Evaluated()
            _ = check(schema, instance, &inner, under: .keyword(keyword), .index(index))
            guard stop == nil else { break }
            let rank = Nearness(violations, at: instancePath.count)
            if best.map({ rank < $0.rank }) ?? true { best = (rank, violations) }
        }
        return best?.violations ?? []
    }
}
