import JSON

extension SchemaCompiler {
    /// Refuses schemas that apply themselves to the same instance again without a condition.
    ///
    /// A loop through `then`, `else` or a dependency needs an instance to close; the limit of
    /// depth stops it during validation.
    func refuseInfiniteReferences() throws(SchemaError) {
        let looping = ClosedLoop.first(among: nodes.count) { node in
            (nodes[node]?.rules.applicators ?? []).flatMap { applicator in
                applicator.certainTargets { link in links[link] }
            }
        }
        guard let looping else { return }
        let unknown = SchemaLocation(document: "", pointer: JSONPointer())
        throw .infiniteReference(at: nodes[looping]?.location ?? unknown)
    }
}

extension SchemaGraph {
    /// Whether no subschema leads back to itself in place, not even through a condition.
    var isUnfoldable: Bool {
        let looping = ClosedLoop.first(among: nodes.count) { node in
            nodes[node].rules.applicators.flatMap { applicator in
                applicator.certainTargets { links[$0] } + applicator.conditionalTargets
            }
        }
        return looping == nil
    }
}

extension Applicator {
    /// The schemas that are applied to the same instance whatever it is.
    fileprivate func certainTargets(_ link: (Int) -> SchemaLink?) -> [Int] {
        switch self {
        case .reference(let index, _):
            guard let target = link(index), target.dynamicAnchor == nil else { return [] }
            return [target.node]
        case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas):
            return schemas
        case .not(let schema), .conditional(let schema, _, _):
            return [schema]
        case .dependent:
            return []
        }
    }

    /// The schemas that are applied to the same instance if it meets a condition.
    fileprivate var conditionalTargets: [Int] {
        switch self {
        case .conditional(_, let then, let otherwise): [then, otherwise].compactMap { $0 }
        case .dependent(_, let schema, _): [schema]
        default: []
        }
    }
}
