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

    /// How many there are of each kind.
    private var summary: JSONValue {
        var summary = JSONObject(HealthState.allCases.map { ($0.rawValue, JSONValue(count($0))) })
        summary["disabled"] = JSONValue(disabledCount)
        return .object(summary)
    }

    /// Its members but the moment, without braces, around rows that were written before.
    package func members(rows: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.reduce(4_096) { $0 + $1.count + 1 })
        bytes += Array("\"summary\":".utf8) + summary.utf8() + Array(",\"integrations\":[".utf8)
        for (place, row) in rows.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += row
        }
        bytes += Array("],\"roles\":".utf8) + JSONValue.array(roles.map(\.json)).utf8()
        bytes += Array(",\"faults\":".utf8) + JSONValue.array(faults.map(\.json)).utf8()
        return bytes
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "at": JSONValue(at), "summary": summary,
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
