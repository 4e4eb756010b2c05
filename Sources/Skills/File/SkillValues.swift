/// What a user configured, by the names of the variables; nothing that prints it shows a value.
package struct SkillValues: Sendable, Hashable {
    private let values: [String: String]

    /// Takes the values; an empty one counts as missing, and white space around one is left out.
    package init(_ values: [String: String] = [:]) {
        self.values = values.mapValues { value in
            let bytes = value.utf8.drop { $0 <= 0x20 }
            let end = bytes.lastIndex { $0 > 0x20 }
            return end.map { String(bytes[...$0]) ?? "" } ?? ""
        }.filter { !$0.value.isEmpty }
    }

    /// The value of a variable; nil when it was not configured.
    subscript(name: String) -> String? { values[name] }

    /// The names that have a value, sorted.
    package var names: [String] { values.keys.sorted() }
}

extension SkillValues: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "values of \(names.joined(separator: ", "))" }

    package var debugDescription: String { description }

    /// Without children: `dump` and failing expectations show mirrors.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension SkillValues: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(Dictionary(elements) { _, last in last })
    }
}
