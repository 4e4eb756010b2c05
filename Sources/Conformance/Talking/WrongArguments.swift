import JSON
import JSONSchema

/// Arguments that a tool's own schema forbids, made from arguments that it allows.
enum WrongArguments {
    /// The first of these that the schema refuses: one argument left out, one of a wrong type, one that nobody knows.
    ///
    /// Nil when the schema accepts them all, or is no schema.
    static func breaking(_ schema: JSONValue, from arguments: JSONValue) -> JSONValue? {
        guard let compiled = try? JSONSchema(schema), let object = arguments.objectValue else {
            // What is wrong with the schema is the business of another check.
            return nil
        }
        return candidates(schema, object).lazy.map { .object($0) }.first { !compiled.isValid($0) }
    }

    private static func candidates(_ schema: JSONValue, _ arguments: JSONObject) -> [JSONObject] {
        let required = (schema["required"]?.arrayValue ?? []).compactMap(\.stringValue)
        let omissions = required.map { name in
            var object = arguments
            object[name] = nil
            return object
        }
        let properties = schema["properties"]?.objectValue?.map(\.key) ?? []
        let wrongTypes = properties.flatMap { name in
            [JSONValue.object(["openwork": true]), "openwork"].map { value in
                var object = arguments
                object[name] = value
                return object
            }
        }
        var unknown = arguments
        unknown["openwork_no_such_argument"] = true
        return omissions + wrongTypes + [unknown]
    }
}
