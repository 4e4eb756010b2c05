package import Health
package import JSON

/// Everything at a glance: each integration, each role, and what is wrong with the registry's files.
package struct StatusReport: Sendable, Hashable {
    /// When it was put together.
    package var at: Timestamp
    /// In the order of the catalogue, the user's own after it.
    package var integrations: [IntegrationStatus]
    /// Whether each role can do its job now.
    package var roles: [RoleReadiness]
    /// Entries and roles that could not be read; the others go on working.
    package var faults: [RegistryFaultReport]

    /// A status as a whole.
    package init(
        at: Timestamp,
        integrations: [IntegrationStatus],
        roles: [RoleReadiness] = [],
        faults: [RegistryFaultReport] = []
    ) {
        self.at = at
        self.integrations = integrations
        self.roles = roles
        self.faults = faults
    }

    /// How many enabled integrations are in a state.
    package func count(_ state: HealthState) -> Int {
        integrations.count { $0.isEnabled && $0.health.state == state }
    }

    /// How many integrations are switched off, or were never configured.
    package var disabledCount: Int { integrations.count { !$0.isEnabled } }

    /// As it stands in the API.
    package var json: JSONValue {
        var summary = JSONObject(HealthState.allCases.map { ($0.rawValue, JSONValue(count($0))) })
        summary["disabled"] = JSONValue(disabledCount)
        return [
            "at": JSONValue(at), "summary": .object(summary),
            "integrations": .array(integrations.map(\.json)), "roles": .array(roles.map(\.json)),
            "faults": .array(faults.map(\.json)),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json)
        at = try reader.time("at")
        integrations = try reader.list("integrations") { json throws(AnswerError) in
            try IntegrationStatus(json: json)
        }
        roles = try reader.list("roles") { json throws(AnswerError) in try RoleReadiness(json: json) }
        faults = try reader.list("faults") { json throws(AnswerError) in try RegistryFaultReport(json: json) }
    }
}
