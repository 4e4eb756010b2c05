import JSON

extension Form {
    /// A list of values of another form, with at least so many elements.
    static func list<Element: Sendable>(
        _ element: Form<Element>,
        atLeast count: Int = 0
    ) -> Form where Value == [Element] {
        Form(
            schema: count > 0
                ? ["type": "array", "items": element.schema, "minItems": JSONValue(count)]
                : ["type": "array", "items": element.schema],
            definitions: element.definitions,
            read: { value, faults in
                guard let array = value.arrayValue, array.count >= count else {
                    let size = value.arrayValue == nil ? "" : " with at least \(count) elements"
                    faults.add(value, insteadOf: "a list in square brackets" + size)
                    return nil
                }
                var result: [Element] = []
                result.reserveCapacity(array.count)
                for (place, value) in array.enumerated() {
                    let read = faults.within("\(place)") { element.read(value, &$0) }
                    if let read { result.append(read) }
                }
                return result
            },
            write: { .array($0.map(element.write)) }
        )
    }

    /// One value, or a list of them: a single one is written without brackets.
    static func oneOrMore<Element: Sendable>(_ element: Form<Element>) -> Form where Value == [Element] {
        let list = Form.list(element, atLeast: 1)
        return Form(
            schema: ["anyOf": [element.schema, list.schema]],
            definitions: element.definitions,
            read: { value, faults in
                guard value.arrayValue == nil else { return list.read(value, &faults) }
                return element.read(value, &faults).map { [$0] }
            },
            write: { $0.count == 1 ? element.write($0[0]) : list.write($0) }
        )
    }

    /// An object whose keys are names and whose values are texts.
    static func texts(
        _ name: String,
        pattern: String,
        _ isName: @escaping @Sendable (String) -> Bool
    ) -> Form where Value == [String: String] {
        Form(
            schema: [
                "type": "object", "propertyNames": ["pattern": .string(pattern)],
                "additionalProperties": ["type": "string"],
            ],
            read: { value, faults in
                guard let object = value.objectValue else {
                    faults.add(value, insteadOf: "an object of \(name)s and texts")
                    return nil
                }
                var result: [String: String] = [:]
                for (key, value) in object {
                    if !isName(key) { faults.add(at: key, "is no \(name)", fix: "spell it as \(pattern) demands") }
                    result[key] = faults.within(key) { Form<String>.anyText.read(value, &$0) }
                }
                return result
            },
            write: { texts in
                .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
            }
        )
    }

    /// An object whose keys are the names of its values, kept in their order.
    static func named<Element: Sendable>(
        _ element: Form<Element>,
        by name: any WritableKeyPath<Element, String> & Sendable,
        pattern: String,
        _ isName: @escaping @Sendable (String) -> Bool
    ) -> Form where Value == [Element] {
        Form(
            schema: [
                "type": "object", "propertyNames": ["pattern": .string(pattern)],
                "additionalProperties": element.schema,
            ],
            definitions: element.definitions,
            read: { value, faults in
                guard let object = value.objectValue else {
                    faults.add(value, insteadOf: "an object")
                    return nil
                }
                return object.compactMap { key, value in
                    if !isName(key) { faults.add(at: key, "is no name", fix: "spell it as \(pattern) demands") }
                    guard var read = faults.within(key, { element.read(value, &$0) }) else { return nil }
                    read[keyPath: name] = key
                    return read
                }
            },
            write: { elements in
                .object(JSONObject(elements.map { ($0[keyPath: name], element.write($0)) }))
            }
        )
    }

    /// An object with the names of an enumeration as keys.
    static func cases<Key, Element: Sendable>(
        _ element: Form<Element>
    ) -> Form
    where
        Value == [Key: Element], Key: RawRepresentable & CaseIterable & Hashable & Sendable, Key.RawValue == String
    {
        let keys = Form<Key>.choice
        return Form(
            schema: [
                "type": "object",
                "properties": .object(JSONObject(Key.allCases.map { ($0.rawValue, element.schema) })),
                "additionalProperties": false,
            ],
            definitions: element.definitions,
            read: { value, faults in
                guard let object = value.objectValue else {
                    faults.add(value, insteadOf: "an object")
                    return nil
                }
                var result: [Key: Element] = [:]
                for (name, value) in object {
                    faults.within(name) { faults in
                        guard let key = keys.read(.string(name), &faults) else { return }
                        result[key] = element.read(value, &faults)
                    }
                }
                return result
            },
            write: { values in
                let known = Key.allCases.compactMap { key in values[key].map { (key.rawValue, element.write($0)) } }
                return .object(JSONObject(known))
            }
        )
    }
}
