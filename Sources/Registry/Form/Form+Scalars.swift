import JSON
import Wording

extension Form where Value == String {
    /// Any text that is not empty.
    static var text: Form {
        .plain(["type": "string", "minLength": 1], "a text in quotes that is not empty") { value in
            value.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        } write: {
            .string($0)
        }
    }

    /// Any text, also the empty one.
    static var anyText: Form {
        .plain(["type": "string"], "a text in quotes", read: { $0.stringValue }, write: { .string($0) })
    }

    /// A text of a certain spelling: the pattern is for the schema, the function decides.
    static func text(
        _ expected: String,
        pattern: String,
        _ isValid: @escaping @Sendable (String) -> Bool
    ) -> Form {
        .plain(["type": "string", "pattern": .string(pattern)], expected) { value in
            value.stringValue.flatMap { isValid($0) ? $0 : nil }
        } write: {
            .string($0)
        }
    }
}

extension Form where Value == Bool {
    /// `true` or `false`.
    static var truth: Form {
        .plain(["type": "boolean"], "true or false", read: { $0.boolValue }, write: { .bool($0) })
    }
}

extension Form where Value == Int {
    /// A whole number within bounds.
    static func integer(_ range: ClosedRange<Int>) -> Form {
        .plain(
            ["type": "integer", "minimum": JSONValue(range.lowerBound), "maximum": JSONValue(range.upperBound)],
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        ) { value in
            value.intValue.flatMap { range.contains($0) ? $0 : nil }
        } write: {
            JSONValue($0)
        }
    }
}

extension Form where Value == Duration {
    /// A time with its unit.
    static var duration: Form {
        .plain(
            ["type": "string", "pattern": #"^[0-9]+(\.[0-9]+)?(ns|us|ms|s|m|h)$"#],
            "a time with its unit, for example \"500ms\", \"10s\" or \"5m\""
        ) { value in
            value.stringValue.flatMap { Duration(writtenAs: $0) }
        } write: {
            .string($0.written)
        }
    }
}

extension Form where Value == JSONValue {
    /// Any JSON.
    static var json: Form {
        Form(schema: [:], read: { value, _ in value }, write: { $0 })
    }
}

extension Form where Value == JSONObject {
    /// Any JSON object.
    static var jsonObject: Form {
        .plain(["type": "object"], "an object", read: { $0.objectValue }, write: { .object($0) })
    }
}

extension Form where Value == JSONPointer {
    /// A JSON Pointer; empty for the whole.
    static var pointer: Form {
        .plain(
            ["type": "string", "pattern": "^(/([^~/]|~[01])*)*$"],
            "a JSON Pointer, for example \"/error/code\""
        ) { value in
            value.stringValue.flatMap { text in
                // Why the text is no pointer does not matter: the fix shows what one looks like.
                try? JSONPointer(parsing: text)
            }
        } write: {
            .string($0.text)
        }
    }
}

extension Form where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the names of an enumeration; another one gets the nearest of them.
    static var choice: Form {
        let names = Value.allCases.map(\.rawValue)
        return Form(
            schema: ["enum": .array(names.map { .string($0) })],
            read: { value, faults in
                if let name = value.stringValue, let known = Value(rawValue: name) { return known }
                let list = "one of " + names.joined(separator: ", ")
                let nearest = value.stringValue.flatMap { NearestName.of($0, among: names) }
                faults.add(value, insteadOf: nearest.map { "\($0), or another \(list)" } ?? list)
                return nil
            },
            write: { .string($0.rawValue) }
        )
    }
}
