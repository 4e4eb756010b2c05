import JSON

extension MockAnswer {
    private static let kinds = ["text", "structured", "result", "failure", "error"]

    /// Reads an object with exactly one of the kinds of answer; notes what is wrong and gives nil otherwise.
    init?(_ value: JSONValue, at path: String, _ findings: ScriptReader.Findings) {
        let reader = ScriptReader(value, at: path, knowing: Self.kinds, findings)
        let present = Self.kinds.filter(reader.has)
        guard let kind = present.first, present.count == 1 else {
            if value.objectValue != nil {
                findings.add(path, "has \(present.count) answers: give one of \(Self.kinds.joined(separator: ", "))")
            }
            return nil
        }
        switch kind {
        case "text":
            guard let text = reader.text(kind) else { return nil }
            self = .text(text)
        case "failure":
            guard let text = reader.text(kind) else { return nil }
            self = .failure(text)
        case "structured":
            self = .structured(reader[kind] ?? .null)
        case "result":
            guard let result = reader.objectValue(kind) else { return nil }
            self = .result(result)
        default:
            let error = ScriptReader(
                reader[kind] ?? .null,
                at: reader.place(of: kind),
                knowing: ["code", "message", "data"],
                findings
            )
            let written = error.required("code", "a whole number, for example -32603", \.intValue)
            let message = error.required("message", "a text in quotes", \.stringValue)
            guard let code = written, let message else { return nil }
            self = .error(code: code, message: message, data: error["data"])
        }
    }

    /// As it stands in a script; a function has no such form, and is replaced by a text that says so.
    var script: JSONValue {
        switch self {
        case .text(let text): return ["text": .string(text)]
        case .structured(let value): return ["structured": value]
        case .result(let result): return ["result": .object(result)]
        case .failure(let text): return ["failure": .string(text)]
        case .error(let code, let message, let data):
            var error: JSONObject = ["code": .number(JSONNumber(code)), "message": .string(message)]
            error["data"] = data
            return ["error": .object(error)]
        case .computed: return ["text": "(computed by a function in Swift)"]
        }
    }
}
