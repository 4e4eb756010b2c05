import JSON

extension SubsetProver {
    mutating func objectsSuffice(_ known: Facts, _ asked: Facts) -> Bool {
        guard known.types.contains(.object) else { return true }
        guard known.minProperties >= asked.minProperties, known.maxProperties <= asked.maxProperties,
            asked.required.isSubset(of: known.required), asked.dependencies.isSubset(of: known.dependencies)
        else { return false }
        for name in known.named.union(asked.named) {
            guard let possible = schemas(of: name.text, in: known) else { continue }
            guard let demanded = schemas(of: name.text, in: asked) else {
                guard isUnsatisfiable(Conjunction(possible)) else { return false }
                continue
            }
            guard isSubset(Conjunction(possible), demanded) else { return false }
        }
        guard unnamedSuffice(known, asked) else { return false }
        guard !asked.nameSchemas.isEmpty else { return true }
        var names = Conjunction(known.nameSchemas)
        names.types = .string
        return isSubset(names, asked.nameSchemas)
    }

    /// Members that nobody names, for each way in which they can match the patterns.
    private mutating func unnamedSuffice(_ known: Facts, _ asked: Facts) -> Bool {
        let patterns = known.memberPatterns.union(asked.memberPatterns).sorted()
        guard patterns.count <= 4 else { return false }
        for choice in 0..<(1 << patterns.count) {
            let matched = Set(patterns.indices.filter { choice & (1 << $0) != 0 }.map { patterns[$0] })
            if matched.isEmpty, reading == .mentionedMembersOnly, isOpenByDefault(known) { continue }
            guard isSubset(Conjunction(known.unnamed(matching: matched)), asked.unnamed(matching: matched)) else {
                return false
            }
        }
        return true
    }

    /// The schemas of the member with a name; nil when the reading says that there is none.
    mutating func schemas(of name: String, in facts: Facts) -> [SchemaReference]? {
        var found: [SchemaReference] = []
        for layer in facts.objects {
            var schemas: [Int] = []
            if let named = layer.rules.properties[ExactString(name)] { schemas.append(named) }
            for (pattern, schema) in layer.rules.patterns {
                let match = pattern.search(name, allowance: 100_000)
                if match.outcome == .found { schemas.append(schema) }
                if match.outcome == .tooExpensive { exhaust() }
            }
            if schemas.isEmpty, let additional = layer.rules.additional { schemas.append(additional) }
            found += schemas.map(layer.owner.sibling)
        }
        guard found.isEmpty, reading == .mentionedMembersOnly, isOpenByDefault(facts) else { return found }
        return mentions(name, facts) ? found : nil
    }

    /// Whether the facts describe members and leave it open that there are more.
    private func isOpenByDefault(_ facts: Facts) -> Bool {
        facts.objects.contains(where: \.rules.describesMembers)
            && facts.objects.allSatisfy { $0.rules.additional == nil } && facts.opaqueForObjects.isEmpty
    }

    /// Whether a name is described by an alternative or condition that the facts only refer to.
    private mutating func mentions(_ name: String, _ facts: Facts) -> Bool {
        var waiting = facts.choices.flatMap(\.alternatives) + facts.dependents.map(\.schema) + facts.negations
        waiting += facts.conditionals.flatMap { [$0.condition, $0.then, $0.otherwise].compactMap { $0 } }
        var seen: Set<SchemaReference> = []
        while let schema = waiting.popLast() {
            guard seen.insert(schema).inserted else { continue }
            let inner = self.facts(Conjunction([schema]))
            if inner.named.contains(ExactString(name)) || !inner.memberPatterns.isEmpty { return true }
            waiting += inner.choices.flatMap(\.alternatives) + inner.dependents.map(\.schema) + inner.negations
            waiting += inner.conditionals.flatMap { [$0.condition, $0.then, $0.otherwise].compactMap { $0 } }
        }
        return false
    }
}
