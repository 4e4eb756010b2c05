extension JSONValue: ExpressibleByNilLiteral {
    /// Writes `null` as `nil`.
    public init(nilLiteral: ()) { self = .null }
}

extension JSONValue: ExpressibleByBooleanLiteral {
    /// Writes `true` and `false` as themselves.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    /// Writes a number as a Swift integer.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
}

extension JSONValue: ExpressibleByFloatLiteral {
    /// Writes a number as a Swift floating-point literal, which must be finite.
    public init(floatLiteral value: Double) { self = .number(JSONNumber(floatLiteral: value)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Writes a string as a Swift string.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
    /// Writes an array as a Swift array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// Writes an object in the given order; where a key is repeated, the last value wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}

extension JSONValue {
    /// Takes a text as a string value, without parsing it.
    public init(_ value: String) { self = .string(value) }

    /// Takes a truth value.
    public init(_ value: Bool) { self = .bool(value) }

    /// Takes an integer as a number.
    public init(_ value: Int) { self = .number(JSONNumber(value)) }
}
