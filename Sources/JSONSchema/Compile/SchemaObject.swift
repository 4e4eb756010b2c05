import JSON

/// A schema object whose keywords are read with the type they must have.
struct SchemaObject {
    let object: JSONObject
    let location: SchemaLocation

    init(_ object: JSONObject, location: SchemaLocation) {
        self.object = object
        self.location = location
    }

    subscript(keyword: Keyword) -> JSONValue? {
        object[keyword.rawValue]
    }

    func location(of keyword: Keyword, _ more: String...) -> SchemaLocation {
        let pointer = JSONPointer(tokens: location.pointer.tokens + [keyword.rawValue] + more)
        return SchemaLocation(document: location.document, pointer: pointer)
    }

    private func malformed(_ keyword: Keyword, expected: String) -> SchemaError {
        .malformedKeyword(at: location(of: keyword), expected: expected)
    }

    func string(_ keyword: Keyword) throws(SchemaError) -> String? {
        guard let value = self[keyword] else { return nil }
        guard let text = value.stringValue else { throw malformed(keyword, expected: "a string") }
        return text
    }

    func flag(_ keyword: Keyword) throws(SchemaError) -> Bool? {
        guard let value = self[keyword] else { return nil }
        guard let flag = value.boolValue else { throw malformed(keyword, expected: "a boolean") }
        return flag
    }

    func number(_ keyword: Keyword) throws(SchemaError) -> JSONNumber? {
        guard let value = self[keyword] else { return nil }
        guard case .number(let number) = value else { throw malformed(keyword, expected: "a number") }
        return number
    }

    /// A whole number from zero; one beyond `Int` counts as the largest.
    func count(_ keyword: Keyword) throws(SchemaError) -> Int? {
        guard let number = try number(keyword) else { return nil }
        guard number.isInteger, number >= JSONNumber(0) else {
            throw malformed(keyword, expected: "an integer that is not negative")
        }
        guard number < JSONNumber(Int64.max) else { return .max }
        return Int(number.double)
    }

    func divisor(_ keyword: Keyword) throws(SchemaError) -> ExactDecimal? {
        guard let number = try number(keyword) else { return nil }
        guard let divisor = ExactDecimal(number) else {
            throw malformed(keyword, expected: "a number greater than 0, of at most 37 digits")
        }
        return divisor
    }

    func array(_ keyword: Keyword) throws(SchemaError) -> [JSONValue]? {
        guard let value = self[keyword] else { return nil }
        guard let array = value.arrayValue else { throw malformed(keyword, expected: "an array") }
        return array
    }

    /// The schemas of `allOf` and its like, which must have one at least.
    func alternatives(_ keyword: Keyword) throws(SchemaError) -> [JSONValue]? {
        guard let array = try array(keyword) else { return nil }
        guard !array.isEmpty else { throw malformed(keyword, expected: "an array of at least one schema") }
        return array
    }

    func members(_ keyword: Keyword) throws(SchemaError) -> JSONObject? {
        guard let value = self[keyword] else { return nil }
        guard let object = value.objectValue else { throw malformed(keyword, expected: "an object") }
        return object
    }

    func strings(_ keyword: Keyword) throws(SchemaError) -> [String]? {
        guard let array = try array(keyword) else { return nil }
        let strings = array.compactMap(\.stringValue)
        guard strings.count == array.count else { throw malformed(keyword, expected: "an array of strings") }
        return strings
    }

    func types() throws(SchemaError) -> TypeSet? {
        guard let value = self[.type] else { return nil }
        let names = value.arrayValue ?? [value]
        var types: TypeSet = []
        for name in names {
            guard let type = name.stringValue.flatMap(TypeSet.init(name:)) else {
                throw malformed(.type, expected: "the name of a JSON type, or an array of them")
            }
            types.insert(type)
        }
        guard !types.isEmpty else { throw malformed(.type, expected: "at least one type") }
        return types
    }
}
