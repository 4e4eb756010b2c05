package import JSON

/// Whether a role can do its job now.
package struct RoleReadiness: Sendable, Hashable {
    /// The id of the role.
    package var id: String
    /// Whether everything that it needs is connected or degraded.
    package var isReady: Bool
    /// Ids of the integrations that it needs and that are neither.
    package var missing: [String]

    /// A role with what it lacks; one that lacks nothing is ready.
    package init(id: String, missing: [String]) {
        self.id = id
        isReady = missing.isEmpty
        self.missing = missing
    }

    /// As it stands in the API.
    package var json: JSONValue {
        ["id": .string(id), "ready": .bool(isReady), "missing": JSONValue(texts: missing)]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "roles")
        id = try reader.text("id")
        isReady = reader.truth("ready")
        missing = reader.texts("missing")
    }
}
