import JSON
import Wording

/// One object of a script while it is read: takes known keys, and notes what is wrong instead of stopping at it.
struct ScriptReader {
    /// Where the findings of all readers of one script come together.
    final class Findings {
        private(set) var problems: [MockScriptError.Problem] = []

        func add(_ path: String, _ message: String) {
            problems.append(.init(path: path, message: message))
        }
    }

    let path: String
    let findings: Findings
    private let object: JSONObject

    /// Notes a fault when the value is no object, or has a key that is not known here.
    init(_ value: JSONValue, at path: String, knowing keys: [String], _ findings: Findings) {
        self.path = path
        self.findings = findings
        guard let object = value.objectValue else {
            findings.add(path, "is \(Self.kind(of: value)): write an object")
            self.object = [:]
            return
        }
        self.object = object
        for key in object.keys where !keys.contains(key) {
            let nearest = NearestName.of(key, among: keys)
            let hint = nearest.map { "did you mean \($0)?" } ?? "known are " + keys.joined(separator: ", ")
            findings.add(place(of: key), "is not known: \(hint)")
        }
    }

    /// The path of a member.
    func place(of key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    func has(_ key: String) -> Bool {
        object[key] != nil
    }

    /// The raw value of a member.
    subscript(_ key: String) -> JSONValue? {
        object[key]
    }

    /// Notes a fault of a member.
    func complain(about key: String, _ message: String) {
        findings.add(place(of: key), message)
    }

    /// A member's value by a function that gives nil for what it does not take.
    func optional<Value>(_ key: String, _ expected: String, _ read: (JSONValue) -> Value?) -> Value? {
        guard let value = object[key] else { return nil }
        guard let result = read(value) else {
            complain(about: key, "is \(Self.kind(of: value)): write \(expected)")
            return nil
        }
        return result
    }

    /// The same, for a member that has to be there.
    func required<Value>(_ key: String, _ expected: String, _ read: (JSONValue) -> Value?) -> Value? {
        guard object[key] != nil else {
            complain(about: key, "is missing: write \(expected)")
            return nil
        }
        return optional(key, expected, read)
    }

    func text(_ key: String) -> String? {
        optional(key, "a text in quotes", \.stringValue)
    }

    func truth(_ key: String) -> Bool? {
        optional(key, "true or false", \.boolValue)
    }

    func objectValue(_ key: String) -> JSONObject? {
        optional(key, "an object", \.objectValue)
    }

    /// A whole number within bounds.
    func count(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        optional(key, "a whole number from \(range.lowerBound) to \(range.upperBound)") { value in
            value.intValue.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A time as text with its unit.
    func duration(_ key: String) -> Duration? {
        optional(key, "a time with its unit, for example \"500ms\" or \"2s\"") { value in
            value.stringValue.flatMap { Duration(writtenAs: $0) }
        }
    }

    /// The elements of a list, each with its path.
    func elements(_ key: String) -> [(value: JSONValue, path: String)] {
        let list = optional(key, "a list in square brackets", \.arrayValue) ?? []
        return list.enumerated().map { ($0.element, "\(place(of: key))[\($0.offset)]") }
    }

    /// How a value is called in a message, short enough to be read.
    static func kind(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .number(let number): "the number \(number.text)"
        case .string(let text): text.count <= 40 ? "\"\(text)\"" : "a text of \(text.count) characters"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
