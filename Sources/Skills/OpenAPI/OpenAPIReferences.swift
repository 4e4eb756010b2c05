import JSON

/// Follows references within a document, and makes schemas that need none; both within bounds.
struct OpenAPIReferences {
    /// Why an operation cannot be taken.
    struct Refusal: Error, Hashable {
        let reason: String
    }

    private static let hops = 16
    private static let depth = 40
    private static let parts = 4_000

    private static let dropped: Set<String> = [
        "example", "examples", "xml", "discriminator", "externalDocs", "deprecated", "readOnly", "writeOnly",
        "nullable", "$id", "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef", "$defs", "definitions", "$comment",
    ]
    private static let schemas: Set<String> = [
        "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties",
    ]
    private static let lists: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems"]
    private static let maps: Set<String> = ["properties", "patternProperties", "dependentSchemas"]

    let document: JSONValue
    private var left = OpenAPIReferences.parts
    /// References that led back to themselves, cut where they did.
    private(set) var cycles: [String] = []

    init(_ document: JSONValue) {
        self.document = document
    }

    /// What stands there once every reference is followed.
    func followed(_ value: JSONValue?) throws(Refusal) -> JSONValue? {
        var value = value
        for _ in 0..<Self.hops {
            guard let reference = value?["$ref"]?.stringValue else { return value }
            value = try target(reference)
        }
        throw Refusal(reason: "its references lead in a circle")
    }

    /// A schema without references, which a tool can carry.
    mutating func schema(_ value: JSONValue?, within: [String] = []) throws(Refusal) -> JSONValue {
        guard let object = value?.objectValue else { return value?.boolValue.map { .bool($0) } ?? [:] }
        left -= 1
        guard left > 0 else { throw Refusal(reason: "its schemas have more than \(Self.parts) parts") }
        guard within.count < Self.depth else {
            throw Refusal(reason: "its schemas are nested deeper than \(Self.depth)")
        }
        if let reference = object["$ref"]?.stringValue {
            guard !within.contains(reference) else {
                cycles.append(reference)
                return [:]
            }
            return try schema(try target(reference), within: within + [reference])
        }
        var result: JSONObject = [:]
        for member in object where !Self.dropped.contains(member.key) && !member.key.hasPrefix("x-") {
            result[member.key] = try part(member.key, member.value, within + [""])
        }
        return .object(Self.modern(result, isNullable: object["nullable"] == true))
    }

    private mutating func part(
        _ key: String,
        _ value: JSONValue,
        _ within: [String]
    ) throws(Refusal) -> JSONValue {
        if Self.schemas.contains(key) { return try schema(value, within: within) }
        if Self.lists.contains(key), let items = value.arrayValue {
            var list: [JSONValue] = []
            for item in items { list.append(try schema(item, within: within)) }
            return .array(list)
        }
        if Self.maps.contains(key), let members = value.objectValue {
            var map: JSONObject = [:]
            for member in members {
                // What only answers have is nothing that can be given.
                guard member.value["readOnly"] != true else { continue }
                map[member.key] = try schema(member.value, within: within)
            }
            return .object(map)
        }
        if key == "description", let text = value.stringValue { return .string(String(text.prefix(500))) }
        left -= value.arrayValue?.count ?? 0
        return value
    }

    /// The few things that version 3.0 writes in another way than JSON Schema.
    private static func modern(_ schema: JSONObject, isNullable: Bool) -> JSONObject {
        var schema = schema
        for (exclusive, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
            guard let flag = schema[exclusive]?.boolValue else { continue }
            schema[exclusive] = flag ? schema[bound] : nil
            if flag { schema[bound] = nil }
        }
        if let names = schema["required"]?.arrayValue, let properties = schema["properties"]?.objectValue {
            let kept = names.filter { properties[$0.stringValue ?? ""] != nil }
            schema["required"] = kept.isEmpty ? nil : .array(kept)
        }
        if schema["required"]?.boolValue != nil { schema["required"] = nil }
        guard isNullable, let type = schema["type"] else { return schema }
        schema["type"] = .array((type.arrayValue ?? [type]) + ["null"])
        if let values = schema["enum"]?.arrayValue, !values.contains(.null) {
            schema["enum"] = .array(values + [.null])
        }
        return schema
    }

    private func target(_ reference: String) throws(Refusal) -> JSONValue {
        guard reference.hasPrefix("#") else {
            throw Refusal(
                reason: "it refers to \(reference.prefix(200)), which is not in the document: nothing is fetched"
            )
        }
        let pointer: JSONPointer
        do throws(JSONPointer.ParseError) {
            pointer = try JSONPointer(parsingFragment: reference)
        } catch {
            throw Refusal(reason: "its reference \(reference.prefix(200)) is no pointer")
        }
        guard let value = pointer.resolve(in: document) else {
            throw Refusal(reason: "its reference \(reference.prefix(200)) leads nowhere")
        }
        return value
    }
}
