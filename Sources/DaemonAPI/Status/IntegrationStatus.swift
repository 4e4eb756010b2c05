package import JSON

/// A row of the status: one integration and how it is.
package struct IntegrationStatus: Sendable, Hashable {
    /// Names it in addresses.
    package var id: String
    /// What people call it.
    package var name: String
    /// `P0`, `P1` or `P2`; nil for entries that users added.
    package var tier: String?
    /// Whether the daemon runs and watches it.
    package var isEnabled: Bool
    /// How it is.
    package var health: HealthReport

    /// A row.
    package init(id: String, name: String, tier: String?, isEnabled: Bool, health: HealthReport) {
        self.id = id
        self.name = name
        self.tier = tier
        self.isEnabled = isEnabled
        self.health = health
    }

    /// As it stands in the API: the members of its health beside its own.
    package var json: JSONValue {
        var object: JSONObject = [
            "id": .string(id), "name": .string(name), "tier": JSONValue(tier), "enabled": .bool(isEnabled),
        ]
        for (key, value) in health.members { object[key] = value }
        return .object(object)
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "integration")
        id = try reader.text("id")
        name = try reader.text("name")
        tier = reader["tier"]?.stringValue
        isEnabled = reader.truth("enabled")
        health = try HealthReport(json: json)
    }
}
