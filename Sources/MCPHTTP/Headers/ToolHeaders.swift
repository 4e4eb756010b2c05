import HTTPTypes
package import JSON

/// The header annotations of one tool, found in its input schema.
package struct ToolHeaders: Sendable, Hashable {
    /// In the order of the schema.
    package let headers: [ToolHeader]

    /// A tool without annotations.
    package static let none = ToolHeaders(headers: [])

    private init(headers: [ToolHeader]) {
        self.headers = headers
    }

    /// Collects and checks every annotation; one that breaks a rule makes the whole tool invalid.
    package init(inputSchema: JSONValue) throws(ToolHeaderError) {
        var search = ToolHeaderSearch()
        try search.visit(inputSchema, at: [], properties: [])
        headers = search.headers
    }
}

/// A walk through all subschemas of an input schema.
private struct ToolHeaderSearch {
    private(set) var headers: [ToolHeader] = []
    private var seen: Set<String> = []

    private static let annotation = "x-mcp-header"

    /// Keywords whose value is one subschema or a list of them.
    private static let nested: Set<String> = [
        "additionalItems", "additionalProperties", "allOf", "anyOf", "contains", "contentSchema", "else", "if", "items",
        "not", "oneOf", "prefixItems", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    ]

    /// Keywords whose value names subschemas.
    private static let named: Set<String> = [
        "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties",
    ]

    /// Looks at a schema; `properties` is the chain of names that leads to it, nil when other keywords lie between.
    mutating func visit(_ schema: JSONValue, at place: [String], properties: [String]?) throws(ToolHeaderError) {
        guard case .object(let members) = schema else { return }
        if let annotation = members[Self.annotation] {
            try record(annotation, of: members, at: place, properties: properties)
        }
        for (keyword, value) in members {
            if keyword == "properties", case .object(let subschemas) = value {
                for (name, subschema) in subschemas {
                    try visit(subschema, at: place + [keyword, name], properties: properties.map { $0 + [name] })
                }
            } else if Self.named.contains(keyword), case .object(let subschemas) = value {
                for (name, subschema) in subschemas {
                    try visit(subschema, at: place + [keyword, name], properties: nil)
                }
            } else if Self.nested.contains(keyword) {
                try visitNested(value, at: place + [keyword])
            }
        }
    }

    private mutating func visitNested(_ value: JSONValue, at place: [String]) throws(ToolHeaderError) {
        guard case .array(let subschemas) = value else {
            return try visit(value, at: place, properties: nil)
        }
        for (index, subschema) in subschemas.enumerated() {
            try visit(subschema, at: place + [String(index)], properties: nil)
        }
    }

    private mutating func record(
        _ annotation: JSONValue,
        of schema: JSONObject,
        at place: [String],
        properties: [String]?
    ) throws(ToolHeaderError) {
        let pointer = JSONPointer(tokens: place)
        guard let path = properties, !path.isEmpty else { throw ToolHeaderError(.unreachable, at: pointer) }
        guard case .string(let token) = annotation else { throw ToolHeaderError(.notAString, at: pointer) }
        guard !token.isEmpty else { throw ToolHeaderError(.empty, at: pointer) }
        guard let field = MCPField.parameter(token) else { throw ToolHeaderError(.notAToken(token), at: pointer) }
        guard let type = schema["type"]?.stringValue, let kind = ToolHeader.Kind(rawValue: type) else {
            throw ToolHeaderError(.type(schema["type"]?.text()), at: pointer)
        }
        guard seen.insert(field.canonicalName).inserted else { throw ToolHeaderError(.repeated(token), at: pointer) }
        headers.append(ToolHeader(field: field, path: path, kind: kind))
    }
}
