extension JSONValue {
    /// The text of a string, nil for every other kind.
    public var stringValue: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The truth of a `true` or `false`, nil for every other kind (numbers included).
    public var boolValue: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number with its full precision, nil for every other kind.
    public var numberValue: JSONNumber? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// A number that is mathematically an integer and fits, so `3.0` gives 3 and `3.5` gives nil.
    public var intValue: Int? {
        guard case .number(let value) = self, let integer = value.int64 else { return nil }
        return Int(integer)
    }

    /// The nearest double of a number, infinite where the number is too large for one.
    public var doubleValue: Double? {
        guard case .number(let value) = self else { return nil }
        return value.double
    }

    /// The elements of an array, nil for every other kind.
    public var arrayValue: [JSONValue]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The members of an object, nil for every other kind.
    public var objectValue: JSONObject? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// Whether this is the literal `null`.
    public var isNull: Bool {
        guard case .null = self else { return false }
        return true
    }

    /// The member with this key; nil when there is none or when this is no object.
    public subscript(_ key: String) -> JSONValue? {
        guard case .object(let object) = self else { return nil }
        return object[key]
    }

    /// The element at this position; nil when there is none or when this is no array.
    public subscript(_ index: Int) -> JSONValue? {
        guard case .array(let array) = self, array.indices.contains(index) else { return nil }
        return array[index]
    }
}
