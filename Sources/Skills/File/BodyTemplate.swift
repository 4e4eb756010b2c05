import JSON

/// A JSON body in which arguments stand: what has no value is left out.
///
/// `{"$argument": NAME}` is the value of an argument. `{"$each": NAME, "of": TEMPLATE}` repeats a template for each
/// item of a list, in which `{"$item": POINTER}` is a part of the item. `{"$when": NAME, "then": …, "else": …}` asks
/// whether an argument was given. `$argument` and `$item` may carry a `map` from texts to values and a `default`.
indirect enum BodyTemplate: Sendable, Hashable {
    case fixed(JSONValue)
    case argument(String, Reading)
    case item(JSONPointer, Reading)
    case each(String, of: BodyTemplate)
    case when(String, then: BodyTemplate, otherwise: BodyTemplate?)
    case array([BodyTemplate])
    case object([Member])

    struct Member: Sendable, Hashable {
        let key: String
        let value: BodyTemplate
    }

    /// How a value is taken: translated where there is a table, replaced where there is none.
    struct Reading: Sendable, Hashable {
        var map: JSONObject?
        var fallback: JSONValue?

        func read(_ value: JSONValue?) -> JSONValue? {
            guard let value, !value.isNull else { return fallback }
            guard let map, let text = value.stringValue else { return value }
            return map[text] ?? fallback
        }
    }

    /// The arguments it names.
    var names: Set<String> {
        switch self {
        case .fixed, .item: []
        case .argument(let name, _): [name]
        case .each(let name, let inner): inner.names.union([name])
        case .when(let name, let then, let otherwise): then.names.union(otherwise?.names ?? []).union([name])
        case .array(let items): items.reduce(into: []) { $0.formUnion($1.names) }
        case .object(let members): members.reduce(into: []) { $0.formUnion($1.value.names) }
        }
    }

    /// The body for these arguments; nil when nothing of it has a value.
    func filled(_ arguments: JSONObject, item: JSONValue? = nil) -> JSONValue? {
        switch self {
        case .fixed(let value): return value
        case .argument(let name, let reading): return reading.read(arguments[name])
        case .item(let pointer, let reading): return reading.read(item.flatMap { pointer.resolve(in: $0) })
        case .each(let name, let inner):
            return arguments[name]?.arrayValue.map { .array($0.compactMap { inner.filled(arguments, item: $0) }) }
        case .when(let name, let then, let otherwise):
            let isGiven = arguments[name].map { !$0.isNull } ?? false
            return isGiven ? then.filled(arguments, item: item) : otherwise?.filled(arguments, item: item)
        case .array(let items): return .array(items.compactMap { $0.filled(arguments, item: item) })
        case .object(let members):
            return .object(
                JSONObject(
                    members.compactMap { member in
                        member.value.filled(arguments, item: item).map { (member.key, $0) }
                    }
                )
            )
        }
    }
}
