import JSON

/// Every text of a tool's definition with its place, keys included, told apart by what it is for.
struct ToolTexts {
    /// What a text is for.
    enum Role {
        /// Read by people and models.
        case prose
        /// Offered as an argument: defaults, constants, choices, examples.
        case value
        /// Syntax: types, patterns, references, names.
        case plain
    }

    private let tool: JSONValue

    init(_ tool: JSONValue) { self.tool = tool }

    func forEach(_ body: (JSONPointer, String, Role) -> Void) {
        Self.walk(tool, [], .prose, isMap: false, body)
    }

    private static let maps: Set<String> = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas",
    ]
    private static let values: Set<String> = ["default", "const", "enum", "examples", "example"]
    private static let syntax: Set<String> = [
        "pattern", "format", "type", "$ref", "$schema", "$id", "$anchor", "required", "propertyName",
    ]

    /// In a map the keys are names that somebody chose, and say nothing of what is below them.
    private static func walk(
        _ value: JSONValue,
        _ place: [String],
        _ role: Role,
        isMap: Bool,
        _ body: (JSONPointer, String, Role) -> Void
    ) {
        switch value {
        case .string(let text): body(JSONPointer(tokens: place), text, role)
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                walk(element, place + ["\(index)"], role, isMap: false, body)
            }
        case .object(let object):
            for (key, member) in object {
                let below = place + [key]
                if !key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { body(JSONPointer(tokens: below), key, .plain) }
                if role == .value {
                    walk(member, below, .value, isMap: false, body)
                } else if isMap {
                    walk(member, below, .prose, isMap: false, body)
                } else if values.contains(key) {
                    walk(member, below, .value, isMap: false, body)
                } else if syntax.contains(key) || place.isEmpty && key == "name" {
                    walk(member, below, .plain, isMap: false, body)
                } else {
                    walk(member, below, .prose, isMap: maps.contains(key), body)
                }
            }
        default: break
        }
    }
}
