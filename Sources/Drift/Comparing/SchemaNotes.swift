import JSON

/// What a schema says that no value is held to: texts and usual values, by the place of the value that they are about.
///
/// References are followed, so that moving a part into a definition of its own changes nothing.
struct SchemaNotes {
    private static let textKeywords = ["title", "description"]
    private static let valueKeywords = ["default", "examples", "format", "deprecated", "contentEncoding"]
    private static let depthLimit = 24
    private static let placeLimit = 2_000

    private(set) var texts: [JSONPointer: [String: JSONValue]] = [:]
    private(set) var values: [JSONPointer: [String: JSONValue]] = [:]
    private(set) var places: [JSONPointer] = []

    init(_ schema: JSONValue) {
        collect(schema, at: JSONPointer(), within: schema, following: [], depth: 0)
    }

    /// What is different at places that both have; what came or went with its place is told by the schemas.
    func changes(
        to other: SchemaNotes,
        below key: String
    ) -> (texts: [DriftFinding.Change], values: [DriftFinding.Change]) {
        let known = Set(other.places)
        var found: (texts: [DriftFinding.Change], values: [DriftFinding.Change]) = ([], [])
        for place in places where known.contains(place) {
            for keyword in Self.textKeywords {
                let (old, new) = (texts[place]?[keyword], other.texts[place]?[keyword])
                guard old != new else { continue }
                found.texts.append(Wordings.change(old, new, at: Self.place(key, place, keyword)))
            }
            for keyword in Self.valueKeywords {
                let (old, new) = (values[place]?[keyword], other.values[place]?[keyword])
                guard old != new else { continue }
                found.values.append(Wordings.change(old, new, at: Self.place(key, place, keyword)))
            }
        }
        return found
    }

    private static func place(_ key: String, _ place: JSONPointer, _ keyword: String) -> JSONPointer {
        JSONPointer(tokens: [key] + place.tokens + [keyword])
    }

    private mutating func collect(
        _ schema: JSONValue,
        at place: JSONPointer,
        within root: JSONValue,
        following references: Set<String>,
        depth: Int
    ) {
        guard let object = schema.objectValue, depth < Self.depthLimit, places.count < Self.placeLimit else { return }
        if texts[place] == nil {
            places.append(place)
            texts[place] = [:]
            values[place] = [:]
        }
        // Of several schemas for one place, the one nearest to it has the word.
        for keyword in Self.textKeywords where texts[place]?[keyword] == nil {
            texts[place]?[keyword] = object[keyword]
        }
        for keyword in Self.valueKeywords where values[place]?[keyword] == nil {
            values[place]?[keyword] = object[keyword]
        }
        if let reference = object["$ref"]?.stringValue, !references.contains(reference),
            let target = Self.target(of: reference, in: root)
        {
            collect(target, at: place, within: root, following: references.union([reference]), depth: depth + 1)
        }
        for part in object["allOf"]?.arrayValue ?? [] {
            collect(part, at: place, within: root, following: references, depth: depth + 1)
        }
        for (tokens, part) in Self.parts(of: object) {
            let inner = JSONPointer(tokens: place.tokens + tokens)
            collect(part, at: inner, within: root, following: references, depth: depth + 1)
        }
    }

    /// The schemas of parts of a value, and the alternatives for it.
    private static func parts(of object: JSONObject) -> [([String], JSONValue)] {
        var parts: [([String], JSONValue)] = []
        for key in ["properties", "patternProperties"] {
            for (name, part) in object[key]?.objectValue ?? [:] { parts.append(([key, name], part)) }
        }
        for key in ["items", "additionalProperties", "propertyNames", "contains"] {
            if let part = object[key], part.objectValue != nil { parts.append(([key], part)) }
        }
        for key in ["anyOf", "oneOf", "prefixItems"] {
            for (index, part) in (object[key]?.arrayValue ?? []).enumerated() {
                parts.append(([key, String(index)], part))
            }
        }
        return parts
    }

    private static func target(of reference: String, in root: JSONValue) -> JSONValue? {
        guard reference.hasPrefix("#") else { return nil }
        // What leads nowhere is told by the comparison of the schemas.
        guard let pointer = try? JSONPointer(parsing: String(reference.dropFirst())) else { return nil }
        return root[pointer]
    }
}
