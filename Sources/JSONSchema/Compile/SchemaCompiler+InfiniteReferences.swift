import JSON

extension SchemaCompiler {
    private enum Mark {
        case fresh
        case open
        case done
    }

    /// Refuses schemas that apply themselves to the same instance again without a condition.
    ///
    /// A loop through `then`, `else` or a dependency needs an instance to close; the limit of
    /// depth stops it during validation.
    func refuseInfiniteReferences() throws(SchemaError) {
        var marks = [Mark](repeating: .fresh, count: nodes.count)
        for start in nodes.indices where marks[start] == .fresh {
            var path: [(node: Int, next: [Int])] = [(start, certainApplications(of: start))]
            marks[start] = .open
            while let top = path.last {
                guard let child = top.next.last else {
                    marks[top.node] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next.removeLast()
                switch marks[child] {
                case .done:
                    break
                case .open:
                    let here = SchemaLocation(document: "", pointer: JSONPointer())
                    throw .infiniteReference(at: nodes[child]?.location ?? here)
                case .fresh:
                    marks[child] = .open
                    path.append((child, certainApplications(of: child)))
                }
            }
        }
    }

    /// The schemas that are applied to the same instance whatever it is.
    private func certainApplications(of node: Int) -> [Int] {
        (nodes[node]?.rules.applicators ?? []).flatMap { applicator -> [Int] in
            switch applicator {
            case .reference(let link, _):
                guard let target = links[link], target.dynamicAnchor == nil else { return [] }
                return [target.node]
            case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas):
                return schemas
            case .not(let schema), .conditional(let schema, _, _):
                return [schema]
            case .dependent:
                return []
            }
        }
    }
}
