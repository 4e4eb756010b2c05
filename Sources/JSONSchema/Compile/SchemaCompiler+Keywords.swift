import JSON

extension SchemaCompiler {
    /// Everything a schema object demands, by the vocabulary of its resource.
    mutating func rules(of schema: SchemaObject, at place: SchemaPlace) throws(SchemaError) -> SchemaRules {
        let vocabulary = resources[place.resource].vocabulary
        var rules = SchemaRules()
        if vocabulary.contains(.validation) {
            rules.types = try schema.types()
            rules.enumeration = try schema.array(.enum)
            rules.constant = schema[.const]
            rules.number = try numberRules(schema).map(Shared.init)
        }
        rules.string = try stringRules(schema, vocabulary).map(Shared.init)
        rules.array = try arrayRules(schema, vocabulary, at: place).map(Shared.init)
        rules.object = try objectRules(schema, vocabulary, at: place).map(Shared.init)
        rules.applicators = try applicators(schema, vocabulary, at: place)
        if vocabulary.contains(.unevaluated), resources[place.resource].dialect == .draft2020 {
            rules.unevaluatedItems = try child(.unevaluatedItems, of: schema, at: place)
            rules.unevaluatedProperties = try child(.unevaluatedProperties, of: schema, at: place)
        }
        return rules
    }

    private func numberRules(_ schema: SchemaObject) throws(SchemaError) -> NumberRules? {
        let rules = NumberRules(
            multipleOf: try schema.divisor(.multipleOf),
            minimum: try schema.number(.minimum),
            exclusiveMinimum: try schema.number(.exclusiveMinimum),
            maximum: try schema.number(.maximum),
            exclusiveMaximum: try schema.number(.exclusiveMaximum)
        )
        return rules == NumberRules() ? nil : rules
    }

    private mutating func stringRules(
        _ schema: SchemaObject,
        _ vocabulary: Vocabulary
    ) throws(SchemaError) -> StringRules? {
        var rules = StringRules()
        var isEmpty = true
        if vocabulary.contains(.validation) {
            rules.minLength = try schema.count(.minLength)
            rules.maxLength = try schema.count(.maxLength)
            rules.pattern = try schema.string(.pattern).map { text throws(SchemaError) in
                try pattern(text, at: schema.location(of: .pattern))
            }
            isEmpty = rules.minLength == nil && rules.maxLength == nil && rules.pattern == nil
        }
        if assertsFormats || vocabulary.contains(.formatAssertion) {
            rules.format = try schema.string(.format).flatMap(StringFormat.init(rawValue:))
            isEmpty = isEmpty && rules.format == nil
        }
        return isEmpty ? nil : rules
    }

    /// The compiled form of a regular expression; equal ones share it.
    mutating func pattern(_ text: String, at written: SchemaLocation) throws(SchemaError) -> Pattern {
        if let known = patterns[text] { return known }
        let compiled: Pattern
        do throws(PatternError) {
            compiled = try Pattern(text, limits: limits)
        } catch {
            throw .invalidPattern(at: written, reason: error.reason, offset: error.offset)
        }
        patterns[text] = compiled
        return compiled
    }

    private mutating func arrayRules(
        _ schema: SchemaObject,
        _ vocabulary: Vocabulary,
        at place: SchemaPlace
    ) throws(SchemaError) -> ArrayRules? {
        var rules = ArrayRules()
        let isDraft7 = resources[place.resource].dialect == .draft7
        if vocabulary.contains(.applicator) {
            if isDraft7, let tuple = schema[.items]?.arrayValue {
                rules.prefix = try children(tuple, keyword: .items, at: place)
                rules.prefixKeyword = .items
                rules.rest = try child(.additionalItems, of: schema, at: place)
                rules.restKeyword = .additionalItems
            } else {
                if !isDraft7, let tuple = try schema.alternatives(.prefixItems) {
                    rules.prefix = try children(tuple, keyword: .prefixItems, at: place)
                }
                rules.rest = try child(.items, of: schema, at: place)
            }
            rules.contains = try child(.contains, of: schema, at: place)
        }
        if vocabulary.contains(.validation) {
            rules.minItems = try schema.count(.minItems)
            rules.maxItems = try schema.count(.maxItems)
            rules.uniqueItems = try schema.flag(.uniqueItems) ?? false
            if !isDraft7 {
                rules.minContains = try schema.count(.minContains)
                rules.maxContains = try schema.count(.maxContains)
            }
        }
        rules.containsEvaluates = !isDraft7
        let isEmpty =
            rules.prefix.isEmpty && rules.rest == nil && rules.contains == nil && rules.minItems == nil
            && rules.maxItems == nil && !rules.uniqueItems
        return isEmpty ? nil : rules
    }

    private mutating func objectRules(
        _ schema: SchemaObject,
        _ vocabulary: Vocabulary,
        at place: SchemaPlace
    ) throws(SchemaError) -> ObjectRules? {
        var rules = ObjectRules()
        if vocabulary.contains(.applicator) {
            let properties = try schema.members(.properties)
            rules.describesMembers = properties != nil
            for (name, value) in properties ?? [:] {
                rules.properties[ExactString(name)] = try compile(
                    value,
                    at: place.inside(Keyword.properties.rawValue, name)
                )
            }
            for (text, value) in try schema.members(.patternProperties) ?? [:] {
                let pattern = try pattern(text, at: schema.location(of: .patternProperties, text))
                let child = try compile(value, at: place.inside(Keyword.patternProperties.rawValue, text))
                rules.patterns.append((pattern, child))
            }
            rules.additional = try child(.additionalProperties, of: schema, at: place)
            rules.names = try child(.propertyNames, of: schema, at: place)
        }
        if vocabulary.contains(.validation) {
            rules.required = try schema.strings(.required) ?? []
            rules.minProperties = try schema.count(.minProperties)
            rules.maxProperties = try schema.count(.maxProperties)
            rules.dependentRequired = try dependentRequired(schema, at: place)
        }
        let isEmpty =
            !rules.describesMembers && !rules.visitsMembers && rules.required.isEmpty && rules.dependentRequired.isEmpty
            && rules.minProperties == nil && rules.maxProperties == nil
        return isEmpty ? nil : rules
    }

    private func dependentRequired(
        _ schema: SchemaObject,
        at place: SchemaPlace
    ) throws(SchemaError) -> [(property: String, required: [String], keyword: Keyword)] {
        var found: [(property: String, required: [String], keyword: Keyword)] = []
        // `dependencies` was split in 2019-09, but schemas still use it; its arrays are requirements.
        for keyword in [Keyword.dependentRequired, .dependencies] {
            guard keyword == .dependencies || resources[place.resource].dialect != .draft7 else { continue }
            for (property, value) in try schema.members(keyword) ?? [:] {
                let place = schema.location(of: keyword, property)
                let malformed = SchemaError.malformedKeyword(at: place, expected: "an array of strings")
                guard let array = value.arrayValue else {
                    guard keyword == .dependencies else { throw malformed }
                    continue
                }
                let names = array.compactMap(\.stringValue)
                guard names.count == array.count else {
                    throw malformed
                }
                found.append((property, names, keyword))
            }
        }
        return found
    }
}
