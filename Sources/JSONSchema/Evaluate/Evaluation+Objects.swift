import JSON

extension Evaluation {
    mutating func check(_ rules: Shared<ObjectRules>, _ object: JSONObject, _ evaluated: inout Evaluated) -> Bool {
        guard spend(rules.value.required.count, on: .object(object)) else { return false }
        var isValid = checkPresence(rules, object)
        guard rules.value.visitsMembers else { return isValid }
        for position in object.indices {
            guard isValid || goesOn else { return false }
            let (name, value) = object[position]
            isValid = check(rules, member: name, value, at: position, &evaluated) && isValid
        }
        return isValid
    }

    private mutating func checkPresence(_ rules: Shared<ObjectRules>, _ object: JSONObject) -> Bool {
        var isValid = true
        for name in rules.value.required where object[name] == nil {
            isValid = report(.required(name), .required, .object(object))
        }
        if let bound = rules.value.minProperties, object.count < bound {
            isValid = report(.minProperties(bound, found: object.count), .minProperties, .object(object))
        }
        if let bound = rules.value.maxProperties, object.count > bound {
            isValid = report(.maxProperties(bound, found: object.count), .maxProperties, .object(object))
        }
        for dependency in rules.value.dependentRequired where object[dependency.property] != nil {
            for name in dependency.required where object[name] == nil {
                isValid = under(.keyword(dependency.keyword), .key(dependency.property)) { evaluation in
                    evaluation.report(.dependent(name, on: dependency.property), nil, .object(object))
                }
            }
        }
        return isValid
    }

    private mutating func check(
        _ rules: Shared<ObjectRules>,
        member name: String,
        _ value: JSONValue,
        at position: Int,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        var isKnown = false
        if let schema = rules.value.properties[ExactString(name)] {
            isKnown = true
            isValid = under(.keyword(.properties), .key(name)) { evaluation in
                evaluation.check(schema, part: value, at: .key(name))
            }
        }
        for (pattern, schema) in rules.value.patterns {
            guard isValid || goesOn else { return false }
            guard matches(pattern, name) else { continue }
            isKnown = true
            isValid =
                under(.keyword(.patternProperties), .key(pattern.text)) { evaluation in
                    evaluation.check(schema, part: value, at: .key(name))
                } && isValid
        }
        if !isKnown, let additional = rules.value.additional {
            isKnown = true
            isValid = checkLeftOver(additional, .additionalProperties, name, value)
        }
        if isKnown, graph.tracksEvaluated { evaluated.insert(position) }
        guard let names = rules.value.names, isValid || goesOn else { return isValid }
        return under(.keyword(.propertyNames)) { evaluation in
            evaluation.check(names, part: .string(name), at: .key(name))
        } && isValid
    }

    /// Applies a schema to a member that no other keyword covers; `false` names the member.
    private mutating func checkLeftOver(_ schema: Int, _ keyword: Keyword, _ name: String, _ value: JSONValue) -> Bool {
        guard !graph.nodes[schema].rules.refusesAll else {
            guard isCollecting else { return false }
            instancePath.append(.key(name))
            defer { instancePath.removeLast() }
            return report(.unexpectedMember(name), keyword, value)
        }
        return under(.keyword(keyword)) { evaluation in
            evaluation.check(schema, part: value, at: .key(name))
        }
    }

    /// `unevaluatedItems` and `unevaluatedProperties`, which come last because they look back at all others.
    mutating func checkUnevaluated(
        _ node: SchemaNode,
        _ instance: JSONValue,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        switch instance {
        case .array(let items):
            guard let schema = node.rules.unevaluatedItems else { return true }
            for (index, item) in items.enumerated() where !evaluated.contains(index) {
                guard isValid || goesOn else { return false }
                isValid =
                    under(.keyword(.unevaluatedItems)) { evaluation in
                        evaluation.check(schema, part: item, at: .index(index))
                    } && isValid
            }
            evaluated.isAll = true
        case .object(let object):
            guard let schema = node.rules.unevaluatedProperties else { return true }
            for position in object.indices where !evaluated.contains(position) {
                guard isValid || goesOn else { return false }
                let (name, value) = object[position]
                isValid = checkLeftOver(schema, .unevaluatedProperties, name, value) && isValid
            }
            evaluated.isAll = true
        default:
            break
        }
        return isValid
    }
}
