import JSON

/// One member of an object form: its key, its meaning in words, and where its value lives.
struct Member<Root: Sendable>: Sendable {
    let key: String
    let isRequired: Bool
    let meaning: String
    let schema: JSONValue
    let definitions: [String: JSONValue]
    let read: @Sendable (JSONValue, inout Root, inout FaultList) -> Void
    /// Nil when the member is left out.
    let write: @Sendable (Root) -> JSONValue?

    /// A member that has to be there.
    static func required<Value: Sendable>(
        _ key: String,
        _ path: any WritableKeyPath<Root, Value> & Sendable,
        _ form: Form<Value>,
        _ meaning: String
    ) -> Member {
        Member(
            key: key,
            isRequired: true,
            meaning: meaning,
            schema: form.schema,
            definitions: form.definitions,
            read: { value, root, faults in
                if let read = form.read(value, &faults) { root[keyPath: path] = read }
            },
            write: { form.write($0[keyPath: path]) }
        )
    }

    /// A member that may be missing, which means that nothing is known or wanted.
    static func optional<Value: Sendable>(
        _ key: String,
        _ path: any WritableKeyPath<Root, Value?> & Sendable,
        _ form: Form<Value>,
        _ meaning: String
    ) -> Member {
        Member(
            key: key,
            isRequired: false,
            meaning: meaning,
            schema: form.schema,
            definitions: form.definitions,
            read: { value, root, faults in root[keyPath: path] = form.read(value, &faults) },
            write: { $0[keyPath: path].map(form.write) }
        )
    }

    /// A member that has a meaning when it is missing, and is left out when it says just that.
    static func defaulted<Value: Sendable & Equatable>(
        _ key: String,
        _ path: any WritableKeyPath<Root, Value> & Sendable,
        _ form: Form<Value>,
        to usual: Value,
        _ meaning: String
    ) -> Member {
        Member(
            key: key,
            isRequired: false,
            meaning: meaning,
            schema: form.schema,
            definitions: form.definitions,
            read: { value, root, faults in
                if let read = form.read(value, &faults) { root[keyPath: path] = read }
            },
            write: { root in
                // No conditional expression: its `nil` would be the JSON null.
                guard root[keyPath: path] != usual else { return nil }
                return form.write(root[keyPath: path])
            }
        )
    }
}
