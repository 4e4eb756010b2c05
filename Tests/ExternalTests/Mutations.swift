import JSON

extension JSONValue {
    /// This value made wrong in one place at a time: each part left out, and each part replaced by every other type.
    var mutations: [JSONValue] {
        let replaced = Self.samples.filter { $0 != self }
        switch self {
        case .object(let members): return replaced + members.flatMap { Self.mutations(of: members, at: $0.key) }
        case .array(let elements): return replaced + elements.indices.flatMap { Self.mutations(of: elements, at: $0) }
        default: return replaced
        }
    }

    /// One of each type, and a number of each kind.
    private static let samples: [JSONValue] = [nil, true, 7, 1.5, "x", [], [:]]

    private static func mutations(of members: JSONObject, at key: String) -> [JSONValue] {
        let others = (members[key]?.mutations ?? []).map { value in
            var changed = members
            changed[key] = value
            return JSONValue.object(changed)
        }
        var shorter = members
        shorter[key] = nil
        return [.object(shorter)] + others
    }

    private static func mutations(of elements: [JSONValue], at index: Int) -> [JSONValue] {
        let others = elements[index].mutations.map { value in
            var changed = elements
            changed[index] = value
            return JSONValue.array(changed)
        }
        var shorter = elements
        shorter.remove(at: index)
        return [.array(shorter)] + others
    }
}
