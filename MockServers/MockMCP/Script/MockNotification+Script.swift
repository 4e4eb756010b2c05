import JSON

extension MockNotification {
    /// Reads a notification; notes what is wrong and gives nil when it has no method.
    init?(_ value: JSONValue, at path: String, _ findings: ScriptReader.Findings) {
        let reader = ScriptReader(value, at: path, knowing: ["method", "params", "when"], findings)
        let method = reader.required("method", "a method that begins with notifications/") { value in
            value.stringValue.flatMap { $0.hasPrefix("notifications/") ? $0 : nil }
        }
        let moment = reader.optional("when", "\"ready\" or \"call\"") { value -> Moment? in
            switch value {
            case "ready": .ready
            case "call": .call
            default: nil
            }
        }
        guard let method else { return nil }
        self.init(method, reader.objectValue("params"), at: moment ?? .ready)
    }

    /// As it stands in a script.
    var script: JSONValue {
        var object: JSONObject = ["method": .string(method)]
        object["params"] = params.map { .object($0) }
        object["when"] = moment == .call ? "call" : nil
        return .object(object)
    }
}
