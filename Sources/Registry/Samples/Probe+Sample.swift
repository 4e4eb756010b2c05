package import JSON

extension Probe {
    /// A made-up answer that every question of ``expect`` accepts, as far as it can be made: an object, a list or a text.
    ///
    /// Nothing in it is a vendor's: it is for mocks.
    package var sampleAnswer: JSONValue {
        let placed = expect.filter { $0.path != nil && $0.exists != false }
        let wholes = expect.filter { $0.path == nil }.compactMap(\.sampleText)
        guard !placed.isEmpty else {
            return wholes.isEmpty ? ["sample": true] : .string(wholes.joined(separator: "\n"))
        }
        var answer: JSONValue = .null
        for test in placed { answer = answer.holding(test.sample, at: test.path?.tokens[...] ?? []) }
        if !wholes.isEmpty, case .object(var object) = answer {
            object["sample"] = .string(wholes.joined(separator: "\n"))
            answer = .object(object)
        }
        return answer
    }
}

extension BodyTest {
    fileprivate var sample: JSONValue {
        if let equals { return equals }
        if let count = minCount, count > 0 { return .array(Array(repeating: ["sample": true], count: count)) }
        if let text = sampleText { return .string(text) }
        return minCount == nil ? "sample" : []
    }

    /// What has to occur in the text; nil when nothing has to.
    fileprivate var sampleText: String? {
        let texts = [contains, matches.map(PatternSample.text(for:))].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }
}

extension JSONValue {
    /// The same with a value at a place; what is missing on the way is made up, lists by the numbers in the way.
    fileprivate func holding(_ value: JSONValue, at tokens: ArraySlice<String>) -> JSONValue {
        guard let token = tokens.first else {
            // Two questions about one place: what is there may already hold more.
            return isNull ? value : self
        }
        if let index = Int(token), objectValue == nil {
            var array = arrayValue ?? []
            while array.count <= index { array.append(.null) }
            array[index] = array[index].holding(value, at: tokens.dropFirst())
            return .array(array)
        }
        var object = objectValue ?? [:]
        object[token] = (object[token] ?? .null).holding(value, at: tokens.dropFirst())
        return .object(object)
    }
}
