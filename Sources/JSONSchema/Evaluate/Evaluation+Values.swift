import JSON

extension Evaluation {
    /// Type, `enum`, `const`, and the schema `false`.
    mutating func checkValue(_ node: SchemaNode, _ instance: JSONValue) -> Bool {
        guard !node.rules.refusesAll else { return report(.refused, nil, instance) }
        var isValid = true
        if let types = node.rules.types, types.isDisjoint(with: TypeSet(of: instance)) {
            isValid = report(.type(types), .type, instance)
        }
        if let constant = node.rules.constant, constant != instance {
            isValid = report(.constant(constant), .const, instance)
        }
        if let values = node.rules.enumeration {
            guard spend(values.count / 8, on: instance) else { return false }
            if !values.contains(instance) {
                isValid = report(.enumeration(values), .enum, instance)
            }
        }
        return isValid
    }

    mutating func check(_ rules: Shared<NumberRules>, _ number: JSONNumber) -> Bool {
        var isValid = true
        if let divisor = rules.value.multipleOf, !divisor.divides(number) {
            isValid = report(.multipleOf(divisor.number), .multipleOf, .number(number))
        }
        if let bound = rules.value.minimum, number < bound {
            isValid = report(.minimum(bound), .minimum, .number(number))
        }
        if let bound = rules.value.exclusiveMinimum, number <= bound {
            isValid = report(.exclusiveMinimum(bound), .exclusiveMinimum, .number(number))
        }
        if let bound = rules.value.maximum, number > bound {
            isValid = report(.maximum(bound), .maximum, .number(number))
        }
        if let bound = rules.value.exclusiveMaximum, number >= bound {
            isValid = report(.exclusiveMaximum(bound), .exclusiveMaximum, .number(number))
        }
        return isValid
    }

    mutating func check(_ rules: Shared<StringRules>, _ text: String) -> Bool {
        var isValid = true
        if rules.value.minLength != nil || rules.value.maxLength != nil {
            let length = text.unicodeScalars.count
            if let bound = rules.value.minLength, length < bound {
                isValid = report(.minLength(bound, found: length), .minLength, .string(text))
            }
            if let bound = rules.value.maxLength, length > bound {
                isValid = report(.maxLength(bound, found: length), .maxLength, .string(text))
            }
        }
        if let pattern = rules.value.pattern, isValid || goesOn, !matches(pattern, text) {
            isValid = report(.pattern(pattern.text), .pattern, .string(text))
        }
        if let format = rules.value.format, isValid || goesOn, !format.accepts(text) {
            isValid = report(.format(format), .format, .string(text))
        }
        return isValid
    }
}
