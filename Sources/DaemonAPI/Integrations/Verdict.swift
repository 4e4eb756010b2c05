package import JSON

/// What became of a request that changed or tried an integration: the state that it is in now, found out by a probe.
package struct Verdict: Sendable, Hashable {
    /// What was done.
    package enum Deed: String, Sendable, Hashable, CaseIterable {
        case configured, installed, enabled, disabled, restarted, tested, upgraded
        case rolledBack = "rolled_back"
        case loggedIn = "logged_in"
        case loggedOut = "logged_out"
    }

    /// What was done.
    package var done: Deed
    /// How the integration is now.
    package var status: IntegrationStatus
    /// What happened on the way, in sentences: what was installed, what was started.
    package var steps: [String]
    /// How long it took, in milliseconds.
    package var durationMs: Int

    /// A verdict.
    package init(_ done: Deed, _ status: IntegrationStatus, steps: [String] = [], durationMs: Int = 0) {
        self.done = done
        self.status = status
        self.steps = steps
        self.durationMs = durationMs
    }

    /// As it stands in the API: the members of the status beside its own.
    package var json: JSONValue {
        var object = status.json.objectValue ?? [:]
        object["done"] = .string(done.rawValue)
        object["steps"] = JSONValue(texts: steps)
        object["durationMs"] = JSONValue(durationMs)
        return .object(object)
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "verdict")
        done = try reader.word("done")
        status = try IntegrationStatus(json: json)
        steps = reader.texts("steps")
        durationMs = try reader.count("durationMs")
    }
}
