import JSON

/// Compares a call's arguments with the tool's schema as far as a mock needs it: required, known, type, enum.
enum ArgumentCheck {
    /// What is wrong with them, in words; empty when nothing is.
    static func faults(in arguments: JSONObject, against schema: JSONObject) -> [String] {
        let properties = schema["properties"]?.objectValue ?? [:]
        let required = (schema["required"]?.arrayValue ?? []).compactMap(\.stringValue)
        let missing = required.filter { arguments[$0] == nil }.map { "\($0) is missing" }
        let wrong = arguments.compactMap { name, value -> String? in
            guard let property = properties[name]?.objectValue else {
                return schema["additionalProperties"] == false ? "\(name) is not an argument of this tool" : nil
            }
            return fault(in: value, against: property).map { "\(name) \($0)" }
        }
        return missing + wrong
    }

    private static func fault(in value: JSONValue, against schema: JSONObject) -> String? {
        let types = schema["type"].map { $0.arrayValue ?? [$0] } ?? []
        let names = types.compactMap(\.stringValue)
        guard names.isEmpty || names.contains(where: { matches(value, $0) }) else {
            return "is not of type \(names.joined(separator: " or "))"
        }
        guard let allowed = schema["enum"]?.arrayValue, !allowed.contains(value) else { return nil }
        return "is not one of \(JSONValue.array(allowed).text())"
    }

    private static func matches(_ value: JSONValue, _ type: String) -> Bool {
        switch (type, value) {
        case ("string", .string), ("boolean", .bool), ("array", .array), ("object", .object), ("null", .null),
            ("number", .number):
            true
        case ("integer", .number(let number)): number.isInteger
        default: false
        }
    }
}
