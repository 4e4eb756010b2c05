package import JSON

extension Probe {
    /// Its arguments with `${NAME}` filled in, wherever a text has it; a name without a value stays, and the server says so.
    package func arguments(given configuration: [String: String]) -> JSONObject {
        Self.filled(.object(arguments), configuration).objectValue ?? [:]
    }

    private static func filled(_ value: JSONValue, _ values: [String: String]) -> JSONValue {
        switch value {
        case .string(let text):
            .string(values.reduce(text) { $0.replacing("${\($1.key)}", with: $1.value) })
        case .array(let array):
            .array(array.map { filled($0, values) })
        case .object(let object):
            .object(JSONObject(object.map { ($0.key, filled($0.value, values)) }))
        case .null, .bool, .number:
            value
        }
    }
}
