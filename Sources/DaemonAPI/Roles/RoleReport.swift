package import JSON
package import Registry

/// A role with its integrations, and whether it can do its job now.
package struct RoleReport: Sendable, Hashable {
    /// An integration of the role.
    package struct Member: Sendable, Hashable {
        /// The id of the integration.
        package var integration: String
        /// Whether the role cannot do its job without it.
        package var isRequired: Bool
        /// The state of the integration, in the word of the API; nil where there is no such integration.
        package var state: String?

        /// An integration in a state.
        package init(_ integration: String, isRequired: Bool = true, state: String? = nil) {
            self.integration = integration
            self.isRequired = isRequired
            self.state = state
        }
    }

    /// Names it in addresses.
    package var id: String
    /// What people call it.
    package var name: String
    /// What such an agent does.
    package var summary: String?
    /// Whether people changed what its file says.
    package var isAssigned: Bool
    /// In the order in which they are offered.
    package var members: [Member]
    /// What it may use of their tools.
    package var rules: RoleRules
    /// Whether it can do its job now.
    package var readiness: RoleReadiness

    /// A role.
    package init(
        id: String,
        name: String,
        summary: String? = nil,
        isAssigned: Bool = false,
        members: [Member],
        rules: RoleRules = RoleRules(),
        missing: [String]
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.isAssigned = isAssigned
        self.members = members
        self.rules = rules
        readiness = RoleReadiness(id: id, missing: missing)
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "id": .string(id), "name": .string(name), "description": JSONValue(summary),
            "assigned": .bool(isAssigned),
            "integrations": .array(
                members.map { member in
                    [
                        "id": .string(member.integration), "required": .bool(member.isRequired),
                        "state": JSONValue(member.state),
                    ]
                }
            ),
            "tools": rules.json,
            "ready": .bool(readiness.isReady), "missing": JSONValue(texts: readiness.missing),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "role")
        id = try reader.text("id")
        name = try reader.text("name")
        summary = reader["description"]?.stringValue
        isAssigned = reader.truth("assigned")
        members = try reader.list("integrations") { json throws(AnswerError) in
            let member = try AnswerReader(json, at: "role/integrations")
            return Member(
                try member.text("id"),
                isRequired: member.truth("required"),
                state: member["state"]?.stringValue
            )
        }
        do throws(EntryError) {
            rules = try RoleRules(json: reader["tools"] ?? [:])
        } catch {
            throw AnswerError(place: "role/tools", expected: "rules")
        }
        readiness = RoleReadiness(id: id, missing: reader.texts("missing"))
    }
}
