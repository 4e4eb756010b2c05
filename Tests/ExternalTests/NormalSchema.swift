import JSON

/// A schema document in which two ways to say the same thing look the same.
///
/// References are followed, annotations dropped, `const` is an `enum` of one, nested `anyOf` is flat, and what allows
/// everything is absent. The order of members, types, values and required names does not count.
struct NormalSchema {
    let definitions: JSONObject

    /// Annotations, which no value can break.
    private static let annotations = ["description", "title", "$comment", "examples", "default"]

    init(document: JSONValue) {
        definitions = document["$defs"]?.objectValue ?? document["definitions"]?.objectValue ?? [:]
    }

    func definition(named name: String) -> JSONObject? {
        definitions[name].map(normal)
    }

    /// The name that a schema refers to when it does nothing else.
    func target(of schema: JSONValue) -> String? {
        guard let text = plain(schema)["$ref"]?.stringValue, plain(schema).count == 1 else { return nil }
        return text.split(separator: "/").last.map(String.init)
    }

    func normal(_ schema: JSONValue) -> JSONObject {
        if let name = target(of: schema), let definition = definitions[name] { return normal(definition) }
        var keywords = plain(schema)
        if let constant = keywords.removeValue(forKey: "const") { keywords["enum"] = .array([constant]) }
        if keywords["enum"] != nil { keywords["type"] = nil }
        for name in ["additionalProperties", "items", "properties"] {
            if keywords[name] == [:] || keywords[name] == true { keywords[name] = nil }
        }
        for name in ["type", "enum", "required"] {
            keywords[name] = keywords[name].map { .array(sorted($0.arrayValue ?? [$0])) }
        }
        guard let alternatives = keywords["anyOf"]?.arrayValue else { return keywords }
        let flat = alternatives.flatMap { flattened($0) }
        if flat.count == 1, keywords.count == 1 { return normal(flat[0]) }
        keywords["anyOf"] = .array(flat)
        return keywords
    }

    private func plain(_ schema: JSONValue) -> JSONObject {
        var keywords = schema.objectValue ?? [:]
        for name in Self.annotations { keywords[name] = nil }
        return keywords
    }

    private func flattened(_ alternative: JSONValue) -> [JSONValue] {
        let schema = normal(alternative)
        guard schema.count == 1, let nested = schema["anyOf"]?.arrayValue else { return [alternative] }
        return nested
    }

    private func sorted(_ values: [JSONValue]) -> [JSONValue] {
        values.sorted { $0.text(.canonical) < $1.text(.canonical) }
    }
}
