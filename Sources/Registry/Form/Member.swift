import JSON

/// One member of an object form: its key, its meaning in words, and where its value lives.
///
/// The place is written `{ $1(&$0.name) }`: key paths would be built at run time, which was a fifth of all that a mock did
/// from its start to its first answer. For the same reason forms are made when a member is met: few entries have them all.
struct Member<Root: Sendable>: Sendable {
    /// Hands out the place of the value, to be read or written there.
    typealias Place<Value> = @Sendable (inout Root, (inout Value) -> Void) -> Void

    let key: String
    let isRequired: Bool
    let meaning: String
    let schema: @Sendable () -> JSONValue
    let definitions: @Sendable () -> [String: JSONValue]
    let read: @Sendable (JSONValue, inout Root, inout FaultList) -> Void
    /// Nil when the member is left out.
    let write: @Sendable (Root) -> JSONValue?

    /// A member that has to be there.
    static func required<Value: Sendable>(
        _ key: String,
        _ place: @escaping Place<Value>,
        _ form: @autoclosure @escaping @Sendable () -> Form<Value>,
        _ meaning: String
    ) -> Member {
        Member(
            key: key,
            isRequired: true,
            meaning: meaning,
            schema: { form().schema },
            definitions: { form().definitions },
            read: { value, root, faults in
                if let read = form().read(value, &faults) { place(&root) { $0 = read } }
            },
            write: { form().write(Self.value(at: place, in: $0)) }
        )
    }

    /// A member that may be missing, which means that nothing is known or wanted.
    static func optional<Value: Sendable>(
        _ key: String,
        _ place: @escaping Place<Value?>,
        _ form: @autoclosure @escaping @Sendable () -> Form<Value>,
        _ meaning: String
    ) -> Member {
        Member(
            key: key,
            isRequired: false,
            meaning: meaning,
            schema: { form().schema },
            definitions: { form().definitions },
            read: { value, root, faults in
                let read = form().read(value, &faults)
                place(&root) { $0 = read }
            },
            write: { Self.value(at: place, in: $0).map(form().write) }
        )
    }

    /// A member that has a meaning when it is missing, and is left out when it says just that.
    static func defaulted<Value: Sendable & Equatable>(
        _ key: String,
        _ place: @escaping Place<Value>,
        _ form: @autoclosure @escaping @Sendable () -> Form<Value>,
        to usual: Value,
        _ meaning: String
    ) -> Member {
        Member(
            key: key,
            isRequired: false,
            meaning: meaning,
            schema: { form().schema },
            definitions: { form().definitions },
            read: { value, root, faults in
                if let read = form().read(value, &faults) { place(&root) { $0 = read } }
            },
            write: { root in
                // No conditional expression: its `nil` would be the JSON null.
                let value = Self.value(at: place, in: root)
                guard value != usual else { return nil }
                return form().write(value)
            }
        )
    }

    private static func value<Value>(at place: Place<Value>, in root: Root) -> Value {
        var (root, values) = (root, [Value]())
        place(&root) { values.append($0) }
        return values[0]
    }
}
