import JSON
import JSONSchema
import Wording

extension SkillReader {
    mutating func readParameters(_ field: SkillField) -> [SkillParameter] {
        field["arguments"].members.compactMap { member in
            let place = member.field["in"].string.flatMap(SkillParameter.Place.init)
            guard let place else { return nil }
            let wireName = member.field["as"].string ?? member.name
            let isRequired = member.field["required"].bool ?? (place == .path)
            if place == .path, !isRequired {
                fault(member.field["required"], "must be true: a path has no gaps")
            }
            if place == .query, file["auth"]["kind"].string == "query", file["auth"]["name"].string == wireName {
                fault(member.field, "has the name of the parameter that carries the credential: rename it")
            }
            if place == .header, let why = HeaderRule.fault(name: wireName, value: "") { fault(member.field, why) }
            return SkillParameter(
                name: member.name,
                place: place,
                wireName: wireName,
                isRequired: isRequired,
                style: member.field["style"].string.flatMap(SkillParameter.ListStyle.init) ?? .repeat,
                fallback: member.field["default"].value
            )
        }
    }

    /// The schema of all arguments of a tool, compiled and as it is listed; nil when it does not compile.
    mutating func readSchema(_ field: SkillField) -> (JSONSchema?, JSONValue) {
        var properties: JSONObject = [:]
        var required: [JSONValue] = []
        var isSound = true
        for member in field["arguments"].members {
            let schema = argumentSchema(member.field)
            do throws(SchemaError) {
                _ = try JSONSchema(schema)
            } catch {
                fault(member.field["schema"], "\(error)")
                isSound = false
            }
            properties[member.name] = schema
            let isInPath = member.field["in"].string == "path"
            if member.field["required"].bool ?? isInPath { required.append(.string(member.name)) }
        }
        var whole: JSONObject = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { whole["required"] = .array(required) }
        whole["additionalProperties"] = false
        guard isSound else { return (nil, .object(whole)) }
        do throws(SchemaError) {
            return (try JSONSchema(.object(whole)), .object(whole))
        } catch {
            fault(field["arguments"], "\(error)")
            return (nil, .object(whole))
        }
    }

    private mutating func argumentSchema(_ field: SkillField) -> JSONValue {
        var schema = field["schema"].value ?? ["type": "string"]
        if let name = schema["use"]?.stringValue, schema.objectValue?.count == 1 {
            let known = file["definitions"].members.map(\.name)
            if let shared = file["definitions"].value?[name] {
                schema = shared
            } else {
                let advice = NearestName.of(name, among: known).map { "did you mean \($0)?" } ?? "add it there"
                fault(field["schema"], "definitions has no \(name): \(advice)")
                schema = true
            }
        }
        guard var object = schema.objectValue else { return schema }
        if let text = field["description"].string { object["description"] = .string(text) }
        if let value = field["default"].value { object["default"] = value }
        return .object(object)
    }
}
