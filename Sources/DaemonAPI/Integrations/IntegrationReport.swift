package import JSON

/// One integration: its entry, its settings by name, its install, its process and its health.
package struct IntegrationReport: Sendable, Hashable {
    /// The row that it has in the status.
    package var status: IntegrationStatus
    /// What it is and what agents do with it.
    package var summary: String?
    /// Whether the user added it, or laid an entry over a shipped one.
    package var isCustom: Bool
    /// Ids of the roles that use it.
    package var roles: [String]
    /// What it needs, and which of that has a value.
    package var fields: [FieldReport]
    /// The ways to reach it, best first.
    package var servers: [ServerOffer]
    /// What is installed; nil for nothing, and where nothing has to be.
    package var install: InstallReport?
    /// What its process does, such as `running`, `stopped` or `blocked`; nil where it has none.
    package var process: String?
    /// The process id; nil where it has none now.
    package var processID: Int?
    /// Names of its tools, as last listed or as its entry has them.
    package var tools: [String]
    /// Grows with every change of its configuration; nil before the first.
    package var revision: Int?

    /// An integration of which the rest can be set.
    package init(status: IntegrationStatus) {
        self.status = status
        isCustom = false
        roles = []
        fields = []
        servers = []
        tools = []
    }

    /// As it stands in the API: the members of its status beside its own.
    package var json: JSONValue {
        var object = status.json.objectValue ?? [:]
        object["description"] = JSONValue(summary)
        object["custom"] = .bool(isCustom)
        object["roles"] = JSONValue(texts: roles)
        object["configuration"] = .array(fields.map(\.json))
        object["servers"] = .array(servers.map(\.json))
        object["install"] = install?.json ?? .null
        object["process"] = JSONValue(process)
        object["processId"] = processID.map { JSONValue($0) } ?? .null
        object["tools"] = JSONValue(texts: tools)
        object["revision"] = revision.map { JSONValue($0) } ?? .null
        return .object(object)
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "integration")
        status = try IntegrationStatus(json: json)
        summary = reader["description"]?.stringValue
        isCustom = reader.truth("custom")
        roles = reader.texts("roles")
        fields = try reader.list("configuration") { json throws(AnswerError) in try FieldReport(json: json) }
        servers = try reader.list("servers") { json throws(AnswerError) in try ServerOffer(json: json) }
        if let json = reader["install"] { install = try InstallReport(json: json) }
        process = reader["process"]?.stringValue
        processID = reader["processId"]?.intValue
        tools = reader.texts("tools")
        revision = reader["revision"]?.intValue
    }
}
