package import JSON

/// What agents of a role find at its endpoint now, integration by integration.
package struct EndpointReport: Sendable, Hashable {
    /// One integration of the role.
    package struct Member: Sendable, Hashable {
        /// The id of the integration.
        package var integration: String
        /// Whether the role cannot do its job without it.
        package var isRequired: Bool
        /// Its state, in the word of the API; nil where there is no such integration.
        package var state: String?
        /// Whether its tools are listed and can be called.
        package var isCallable: Bool
        /// How many are listed.
        package var tools: Int
        /// How many wait for somebody to look at them.
        package var held: Int
        /// Why it is as it is, in a few words.
        package var detail: String

        /// An integration as agents find it.
        package init(
            _ integration: String,
            isRequired: Bool,
            state: String?,
            isCallable: Bool,
            tools: Int,
            held: Int,
            detail: String
        ) {
            self.integration = integration
            self.isRequired = isRequired
            self.state = state
            self.isCallable = isCallable
            self.tools = tools
            self.held = held
            self.detail = detail
        }

        fileprivate var json: JSONValue {
            [
                "id": .string(integration), "required": .bool(isRequired), "state": JSONValue(state),
                "callable": .bool(isCallable), "tools": JSONValue(tools), "held": JSONValue(held),
                "detail": .string(detail),
            ]
        }

        fileprivate init(json: JSONValue) throws(AnswerError) {
            let reader = try AnswerReader(json, at: "readiness/integrations")
            self.init(
                try reader.text("id"),
                isRequired: reader.truth("required"),
                state: reader["state"]?.stringValue,
                isCallable: reader.truth("callable"),
                tools: try reader.count("tools"),
                held: try reader.count("held"),
                detail: try reader.text("detail")
            )
        }
    }

    /// Whether the role can do its job now, and what it lacks.
    package var readiness: RoleReadiness
    /// Where agents connect, as a path of the daemon.
    package var address: String
    /// How many tools are listed.
    package var tools: Int
    /// In the order in which they are offered.
    package var members: [Member]

    /// The endpoint of a role.
    package init(_ readiness: RoleReadiness, tools: Int, members: [Member]) {
        self.readiness = readiness
        address = "/mcp/\(readiness.id)"
        self.tools = tools
        self.members = members
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "id": .string(readiness.id), "ready": .bool(readiness.isReady),
            "missing": JSONValue(texts: readiness.missing), "address": .string(address), "tools": JSONValue(tools),
            "integrations": .array(members.map(\.json)),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "readiness")
        readiness = try RoleReadiness(json: json)
        address = try reader.text("address")
        tools = try reader.count("tools")
        members = try reader.list("integrations") { json throws(AnswerError) in try Member(json: json) }
    }
}
