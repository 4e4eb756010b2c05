import JSON

/// Arguments with which a tool can be tried, made from its schema.
struct SampleArguments {
    /// What could be made up.
    private(set) var values: JSONObject = [:]
    /// Required arguments for which no harmless value is known.
    private(set) var missing: [String] = []

    private static let limits: Set<String> = [
        "limit", "per_page", "perpage", "page_size", "pagesize", "max_results", "maxresults", "first", "count", "top",
    ]
    private static let words: [String: JSONValue] = [
        "timezone": "UTC", "tz": "UTC", "query": "test", "q": "test", "search": "test", "search_query": "test",
    ]

    init(_ schema: JSONValue) {
        let required = (schema["required"]?.arrayValue ?? []).compactMap(\.stringValue)
        for (name, property) in schema["properties"]?.objectValue ?? [:] {
            let described = Self.resolved(property, in: schema)
            if required.contains(name) {
                if let value = Self.value(name, described) { values[name] = value } else { missing.append(name) }
            } else if Self.limits.contains(name.lowercased()), let least = Self.value(name, described) {
                // The cheapest call asks for the least.
                values[name] = described["type"]?.stringValue == "string" ? nil : least
            }
        }
        missing += required.filter { schema["properties"]?[$0] == nil }
    }

    private static func value(_ name: String, _ property: JSONValue) -> JSONValue? {
        let isLimit = limits.contains(name.lowercased())
        if let value = property["const"] { return value }
        if isLimit, property["type"]?.stringValue == "integer" { return property["minimum"] ?? 1 }
        if let value = property["default"], !value.isNull { return value }
        if let value = property["enum"]?[0] ?? property["examples"]?[0] { return value }
        if let value = words[name.lowercased()] { return value }
        switch property["type"]?.stringValue {
        case "integer", "number": return property["minimum"] ?? 1
        case "boolean": return false
        case "array": return property["minItems"] == nil ? [] : nil
        case "object": return property["required"] == nil ? [:] : nil
        default: return nil
        }
    }

    /// What a reference leads to, and the first alternative that is not null.
    private static func resolved(_ property: JSONValue, in root: JSONValue) -> JSONValue {
        if let reference = property["$ref"]?.stringValue, reference.hasPrefix("#"),
            // What leads nowhere gives no value.
            let pointer = try? JSONPointer(parsing: String(reference.dropFirst())), let target = root[pointer],
            target["$ref"] == nil
        {
            return target
        }
        let alternatives = property["anyOf"]?.arrayValue ?? property["oneOf"]?.arrayValue ?? []
        guard property["type"] == nil, property["default"] == nil else { return property }
        return alternatives.first { $0["type"]?.stringValue != "null" } ?? property
    }
}
