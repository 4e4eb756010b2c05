import JSON

/// One revision as the point of view from which shapes are written out as JSON Schema.
struct WireScope {
    let revision: ProtocolRevision

    func schema(of type: WireType) -> JSONValue {
        switch type {
        case .any: [:]
        case .scalar(let types, let format, let minimum, let maximum):
            scalar(types, format: format, minimum: minimum, maximum: maximum)
        case .constant(let value): ["const": value]
        case .choice(let texts): ["enum": .array(texts.map { .string($0) })]
        case .reference(let name): reference(to: name)
        case .list(let element, let most):
            keywords(["type": "array", "items": schema(of: element)], ["maxItems": most])
        case .map(let element): ["type": "object", "additionalProperties": schema(of: element)]
        case .object(let members): object(members.filter { $0.revisions.contains(revision) })
        case .either(let types): either(types.filter(exists))
        case .all(let types): ["allOf": .array(types.map(schema))]
        }
    }

    private func reference(to name: String) -> JSONValue {
        guard let definition = WireSchema.definition(named: name, in: revision) else {
            preconditionFailure("\(name) is referred to but is no part of \(revision)")
        }
        return definition.isNamed(in: revision) ? ["$ref": .string("#/$defs/\(name)")] : schema(of: definition.type)
    }

    private func scalar(_ types: [String], format: String?, minimum: Int?, maximum: Int?) -> JSONValue {
        var schema: JSONObject = ["type": types.count == 1 ? .string(types[0]) : .array(types.map { .string($0) })]
        schema["format"] = format.map { .string($0) }
        return keywords(schema, ["minimum": minimum, "maximum": maximum])
    }

    private func object(_ members: [WireMember]) -> JSONValue {
        var schema: JSONObject = ["type": "object"]
        guard !members.isEmpty else { return .object(schema) }
        schema["properties"] = .object(JSONObject(members.map { ($0.name, self.schema(of: $0.type)) }))
        let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
        schema["required"] = required.isEmpty ? nil : .array(required)
        return .object(schema)
    }

    private func either(_ types: [WireType]) -> JSONValue {
        types.count == 1 ? schema(of: types[0]) : ["anyOf": .array(types.map(schema))]
    }

    private func exists(_ type: WireType) -> Bool {
        guard case .reference(let name) = type else { return true }
        return WireSchema.definition(named: name, in: revision) != nil
    }

    private func keywords(_ schema: JSONObject, _ bounds: KeyValuePairs<String, Int?>) -> JSONValue {
        var schema = schema
        for (keyword, bound) in bounds {
            schema[keyword] = bound.map { .number(JSONNumber($0)) }
        }
        return .object(schema)
    }
}
