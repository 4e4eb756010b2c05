import JSON
import Wording

extension Form {
    /// An object with known members: every other key is a fault.
    ///
    /// `finish` may complete the value, and notes what is wrong with the members together.
    static func object(
        _ name: String,
        _ meaning: String,
        blank: Value,
        _ members: [Member<Value>],
        finish: @escaping @Sendable (inout Value, inout FaultList) -> Void = { _, _ in }
    ) -> Form {
        let keys = members.map(\.key)
        let known = Set(keys)
        return Form(
            schema: ["$ref": .string("#/$defs/\(name)")],
            definitions: definitions(name, meaning, members),
            read: { value, faults in
                guard let object = value.objectValue else {
                    faults.add(value, insteadOf: "an object in braces")
                    return nil
                }
                var result = blank
                let before = faults.faults.count
                for key in object.keys where !known.contains(key) {
                    let nearest = NearestName.of(key, among: keys)
                    let list = "take it out; known are " + keys.joined(separator: ", ")
                    faults.add(at: key, "is not known", fix: nearest.map { "did you mean \($0)?" } ?? list)
                }
                // In the order of the members: what is usual for a later one may depend on an earlier one.
                for member in members {
                    guard let value = object[member.key] else { continue }
                    faults.within(member.key) { member.read(value, &result, &$0) }
                }
                for member in members where member.isRequired && object[member.key] == nil {
                    faults.add(at: member.key, "is missing", fix: "give \(member.meaning)")
                }
                // With a member missing or wrong, what the others are together says nothing.
                if faults.faults.count == before { finish(&result, &faults) }
                return result
            },
            write: { value in
                let written = members.compactMap { member in member.write(value).map { (member.key, $0) } }
                return .object(JSONObject(written))
            }
        )
    }

    /// The schema of the object beside those that its members refer to.
    private static func definitions(
        _ name: String,
        _ meaning: String,
        _ members: [Member<Value>]
    ) -> [String: JSONValue] {
        let properties = members.map { member -> (String, JSONValue) in
            var schema = member.schema().objectValue ?? [:]
            schema["description"] = .string(member.meaning)
            return (member.key, .object(schema))
        }
        var definition: JSONObject = [
            "description": .string(meaning),
            "type": "object",
            "properties": .object(JSONObject(properties)),
        ]
        let required = members.filter(\.isRequired).map { JSONValue.string($0.key) }
        if !required.isEmpty { definition["required"] = .array(required) }
        definition["additionalProperties"] = false
        var all = [name: JSONValue.object(definition)]
        for member in members { all.merge(member.definitions()) { first, _ in first } }
        return all
    }
}
