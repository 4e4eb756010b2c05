import Drift
import JSON

/// Two tools of which tests change one thing at a time.
enum SampleTools {
    static let input: JSONValue = [
        "type": "object",
        "properties": [
            "state": ["type": "string", "enum": ["open", "closed"], "description": "Which ones", "default": "open"],
            "count": ["type": "integer", "minimum": 1, "maximum": 50], "place": ["$ref": "#/$defs/place"],
        ],
        "required": ["state"], "$defs": ["place": ["type": "object", "properties": ["x": ["type": "number"]]]],
    ]
    static let output: JSONValue = [
        "type": "object", "properties": ["total": ["type": "integer"], "kind": ["enum": ["a", "b"]]],
        "required": ["total"],
    ]
    static let first: JSONValue = [
        "name": "list_issues", "title": "Issues", "description": "Lists issues.", "inputSchema": input,
        "outputSchema": output, "annotations": ["readOnlyHint": true],
    ]
    static let second: JSONValue = ["name": "whoami", "description": "Says who.", "inputSchema": ["type": "object"]]
    static let both = [first, second]

    /// The first tool with one place set, or emptied.
    static func first(_ path: String, _ value: JSONValue?) throws -> JSONValue {
        try first.setting(try JSONPointer(parsing: path), to: value)
    }

    static func compare(_ old: [JSONValue], _ new: [JSONValue]) -> DriftReport {
        ToolComparison.compare(ToolListing(definitions: old), ToolListing(definitions: new))
    }
}

extension JSONValue {
    /// The value with one place set, or emptied for nil.
    func setting(_ pointer: JSONPointer, to value: JSONValue?) throws -> JSONValue {
        guard let token = pointer.tokens.first else { return value ?? nil }
        let rest = JSONPointer(tokens: Array(pointer.tokens.dropFirst()))
        switch self {
        case .object(var object):
            object[token] =
                rest.tokens.isEmpty ? value : try (object[token] ?? [:]).setting(rest, to: value)
            return .object(object)
        case .array(var array):
            guard let index = Int(token) else { throw NoSuchPlace() }
            array[index] = try array[index].setting(rest, to: value)
            return .array(array)
        default:
            throw NoSuchPlace()
        }
    }

    struct NoSuchPlace: Error {}
}
