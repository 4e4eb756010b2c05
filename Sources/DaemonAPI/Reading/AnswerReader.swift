package import JSON

/// Reads the members of an object of the API, and names the place where one is missing.
package struct AnswerReader: Sendable {
    private let object: JSONObject
    private let place: String

    /// Throws where the value is no object.
    package init(_ json: JSONValue, at place: String = "") throws(AnswerError) {
        guard let object = json.objectValue else {
            throw AnswerError(place: place.isEmpty ? "/" : place, expected: "object")
        }
        self.object = object
        self.place = place
    }

    /// The member as it came; nil for none and for null.
    package subscript(_ key: String) -> JSONValue? {
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    /// A text that must be there.
    package func text(_ key: String) throws(AnswerError) -> String {
        try read(key, "text", self[key]?.stringValue)
    }

    /// A whole number that must be there.
    package func count(_ key: String) throws(AnswerError) -> Int {
        try read(key, "whole number", self[key]?.intValue)
    }

    /// A yes or no; an absent one is no.
    package func truth(_ key: String) -> Bool {
        self[key]?.boolValue ?? false
    }

    /// Texts; an absent list is empty.
    package func texts(_ key: String) -> [String] {
        (self[key]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    /// A moment that must be there.
    package func time(_ key: String) throws(AnswerError) -> Timestamp {
        try read(key, "moment", self[key]?.stringValue.flatMap { Timestamp($0) })
    }

    /// A moment; nil for none.
    package func timeIfAny(_ key: String) -> Timestamp? {
        self[key]?.stringValue.flatMap { Timestamp($0) }
    }

    /// A member that must be there, read by a closure that gets it with its place.
    package func value<Value>(
        _ key: String,
        _ body: (JSONValue) throws(AnswerError) -> Value
    ) throws(AnswerError) -> Value {
        try body(try read(key, "value", self[key]))
    }

    /// Every element of a list; an absent list is empty.
    package func list<Value>(
        _ key: String,
        _ body: (JSONValue) throws(AnswerError) -> Value
    ) throws(AnswerError) -> [Value] {
        var values: [Value] = []
        for element in self[key]?.arrayValue ?? [] { values.append(try body(element)) }
        return values
    }

    /// One of a set of words.
    package func word<Word: RawRepresentable<String>>(_ key: String) throws(AnswerError) -> Word {
        try read(key, "known word", self[key]?.stringValue.flatMap { Word(rawValue: $0) })
    }

    private func read<Value>(_ key: String, _ expected: String, _ value: Value?) throws(AnswerError) -> Value {
        guard let value else { throw AnswerError(place: "\(place)/\(key)", expected: expected) }
        return value
    }
}
