import JSON

extension SchemaCompiler {
    /// The schema that is the value of a keyword; nil when the keyword is absent.
    mutating func child(
        _ keyword: Keyword,
        of schema: SchemaObject,
        at place: SchemaPlace
    ) throws(SchemaError) -> Int? {
        guard let value = schema[keyword] else { return nil }
        return try compile(value, at: place.inside(keyword.rawValue))
    }

    /// The schemas in the array that is the value of a keyword.
    mutating func children(
        _ schemas: [JSONValue],
        keyword: Keyword,
        at place: SchemaPlace
    ) throws(SchemaError) -> [Int] {
        var nodes: [Int] = []
        for (index, schema) in schemas.enumerated() {
            nodes.append(try compile(schema, at: place.inside(keyword.rawValue, String(index))))
        }
        return nodes
    }

    /// What applies further schemas to the same instance; definitions are compiled on the way.
    mutating func applicators(
        _ schema: SchemaObject,
        _ vocabulary: Vocabulary,
        at place: SchemaPlace
    ) throws(SchemaError) -> [Applicator] {
        var found: [Applicator] = []
        let isDraft7 = resources[place.resource].dialect == .draft7
        for container in [Keyword.defs, .definitions] where container == .definitions || !isDraft7 {
            for (name, value) in try schema.members(container) ?? [:] {
                _ = try compile(value, at: place.inside(container.rawValue, name))
            }
        }
        for keyword in [Keyword.ref, .dynamicRef] where keyword == .ref || !isDraft7 {
            if let reference = try schema.string(keyword) {
                found.append(link(reference, keyword: keyword, at: place))
            }
        }
        guard vocabulary.contains(.applicator) else { return found }
        if let all = try schema.alternatives(.allOf) {
            found.append(.allOf(try children(all, keyword: .allOf, at: place)))
        }
        if let any = try schema.alternatives(.anyOf) {
            found.append(.anyOf(try children(any, keyword: .anyOf, at: place)))
        }
        if let one = try schema.alternatives(.oneOf) {
            found.append(.oneOf(try children(one, keyword: .oneOf, at: place)))
        }
        if let not = try child(.not, of: schema, at: place) {
            found.append(.not(not))
        }
        if let conditional = try conditional(schema, at: place) {
            found.append(conditional)
        }
        return found + (try dependentSchemas(schema, isDraft7: isDraft7, at: place))
    }

    /// `if` with its branches; these are compiled alone too, because references may name them.
    private mutating func conditional(
        _ schema: SchemaObject,
        at place: SchemaPlace
    ) throws(SchemaError) -> Applicator? {
        let condition = try child(.if, of: schema, at: place)
        let then = try child(.then, of: schema, at: place)
        let otherwise = try child(.else, of: schema, at: place)
        return condition.map { .conditional(if: $0, then: then, else: otherwise) }
    }

    private mutating func dependentSchemas(
        _ schema: SchemaObject,
        isDraft7: Bool,
        at place: SchemaPlace
    ) throws(SchemaError) -> [Applicator] {
        var found: [Applicator] = []
        for keyword in [Keyword.dependentSchemas, .dependencies] where keyword == .dependencies || !isDraft7 {
            for (property, value) in try schema.members(keyword) ?? [:] {
                if keyword == .dependencies, value.arrayValue != nil { continue }
                let child = try compile(value, at: place.inside(keyword.rawValue, property))
                found.append(.dependent(property: property, schema: child, keyword: keyword))
            }
        }
        return found
    }
}
