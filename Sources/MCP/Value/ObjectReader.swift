import JSON

/// Reads the members of one object and words what is wrong with them; unknown members are left alone.
struct ObjectReader {
    let object: JSONObject
    private let tokens: [String]

    init(_ value: JSONValue, at tokens: [String] = []) throws(ShapeError) {
        guard case .object(let object) = value else {
            throw ShapeError(tokens, expected: "an object", actual: value)
        }
        self.object = object
        self.tokens = tokens
    }

    /// The member as it stands, null included; nil when absent.
    subscript(key: String) -> JSONValue? { object[key] }

    func required<Value>(_ key: String, _ kind: ShapeKind<Value>) throws(ShapeError) -> Value {
        guard let value = object[key], let read = kind.read(value) else { throw error(key, expected: kind.name) }
        return read
    }

    /// A member that may be missing; null counts as missing, since many servers write their absent members so.
    func optional<Value>(_ key: String, _ kind: ShapeKind<Value>) throws(ShapeError) -> Value? {
        guard let value = present(key) else { return nil }
        guard let read = kind.read(value) else { throw error(key, expected: kind.name) }
        return read
    }

    /// A member that is an object, or its absence, read by the same rules.
    func reader(_ key: String) throws(ShapeError) -> ObjectReader? {
        guard let value = present(key) else { return nil }
        return try ObjectReader(value, at: tokens + [key])
    }

    /// The elements of an array member, each read with its own place.
    func elements<Element>(
        _ key: String,
        _ read: (JSONValue, [String]) throws(ShapeError) -> Element
    ) throws(ShapeError) -> [Element] {
        let values = try required(key, .array)
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            elements.append(try read(value, tokens + [key, String(index)]))
        }
        return elements
    }

    /// The member unless it is absent or null.
    func present(_ key: String) -> JSONValue? {
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    func place(_ key: String) -> [String] { tokens + [key] }

    func error(_ key: String, expected: String) -> ShapeError {
        ShapeError(tokens + [key], expected: expected, actual: object[key])
    }
}

/// A type a member may have: its name in an error, and how to read it.
struct ShapeKind<Value> {
    let name: String
    let read: (JSONValue) -> Value?
}

extension ShapeKind {
    static var string: ShapeKind<String> { .init(name: "a string") { $0.stringValue } }
    static var boolean: ShapeKind<Bool> { .init(name: "a boolean") { $0.boolValue } }
    static var array: ShapeKind<[JSONValue]> { .init(name: "an array") { $0.arrayValue } }
    static var object: ShapeKind<JSONObject> { .init(name: "an object") { $0.objectValue } }
    static var id: ShapeKind<RequestID> { .init(name: "a string or an integer") { RequestID($0) } }

    static var integer: ShapeKind<Int64> {
        .init(name: "an integer") { value in
            guard case .number(let number) = value else { return nil }
            return number.int64
        }
    }

    static var number: ShapeKind<Double> {
        .init(name: "a number") { value in
            guard case .number(let number) = value else { return nil }
            return number.double
        }
    }

    static var strings: ShapeKind<[String]> {
        .init(name: "an array of strings") { value in
            guard let array = value.arrayValue else { return nil }
            let strings = array.compactMap(\.stringValue)
            return strings.count == array.count ? strings : nil
        }
    }
}

extension ShapeError {
    init(_ tokens: [String], expected: String, actual: JSONValue?) {
        self.init(
            path: JSONPointer(tokens: tokens),
            expected: expected,
            actual: actual.map(Self.summary) ?? "nothing"
        )
    }

    /// A few words for a value of any size.
    private static func summary(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .number(let number): "the number \(number.text.prefix(32))"
        case .string(let text): "the string \"\(text.prefix(32))\(text.count > 32 ? "…" : "")\""
        case .array(let array): "an array of \(array.count)"
        case .object(let object): "an object of \(object.count)"
        }
    }
}
