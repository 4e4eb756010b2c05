/// A subschema of one of the two compared schemas.
struct SchemaReference: Hashable, Comparable {
    let isNew: Bool
    let index: Int

    /// Another subschema of the same schema.
    func sibling(_ index: Int) -> SchemaReference {
        SchemaReference(isNew: isNew, index: index)
    }

    static func < (left: SchemaReference, right: SchemaReference) -> Bool {
        left.isNew == right.isNew ? left.index < right.index : right.isNew
    }
}

/// Subschemas an instance satisfies at once; without any, it is every instance.
struct Conjunction: Hashable {
    /// Sorted, each once.
    private(set) var schemas: [SchemaReference]
    /// The types it is restricted to, whatever the schemas allow.
    var types: TypeSet = .all
    /// Choices that were replaced by one of their alternatives.
    var settled: Set<ChoiceID> = []

    init(_ schemas: [SchemaReference]) {
        self.schemas = Set(schemas).sorted()
    }

    func adding(_ more: [SchemaReference]) -> Conjunction {
        var sum = self
        sum.schemas = Set(schemas + more).sorted()
        return sum
    }
}

/// An `anyOf` or `oneOf` at its place.
struct ChoiceID: Hashable {
    let schema: SchemaReference
    let applicator: Int
}

/// What an `anyOf` or `oneOf` offers.
struct Choice {
    let id: ChoiceID
    let alternatives: [SchemaReference]
    /// Whether exactly one must fit.
    let isExclusive: Bool
}
