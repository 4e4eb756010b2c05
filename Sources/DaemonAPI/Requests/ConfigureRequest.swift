package import JSON

/// New values of an integration's settings; what is not named stays.
package struct ConfigureRequest: Sendable, Hashable {
    /// Values by the name of the variable; nil takes one away.
    package var environment: [String: String?]
    /// Which of the entry's servers to use; nil leaves that.
    package var server: String?

    /// These values, and the server that is in use, unless another is named.
    package init(environment: [String: String?], server: String? = nil) {
        self.environment = environment
        self.server = server
    }

    /// The body of the request.
    ///
    /// It holds secrets: it is for the daemon, and for no log.
    package var json: JSONValue {
        var object: JSONObject = [
            "env": .object(JSONObject(environment.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) }))
        ]
        object["server"] = server.map { .string($0) }
        return .object(object)
    }

    /// Reads a body; numbers and truths count as their texts, and no fault quotes a value.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["env", "server"])
        environment = [:]
        server = checked.text("server", "name one of the integration's servers")
        if let values = checked["env"]?.objectValue {
            for (name, value) in values {
                switch value {
                case .string(let text): environment[name] = .some(text)
                case .number(let number): environment[name] = .some(number.description)
                case .bool(let truth): environment[name] = .some(truth ? "true" : "false")
                case .null: environment[name] = .some(nil)
                default: checked.add("/env/\(name)", "is no text", "give a text, or null to take it away")
                }
            }
        } else if checked["env"] != nil || server == nil {
            checked.add("/env", "is no object", "give the variables by name: {\"env\": {\"NAME\": \"value\"}}")
        }
        try checked.finish()
    }
}
