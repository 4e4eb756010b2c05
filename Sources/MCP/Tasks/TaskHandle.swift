package import JSON

/// What every message about a task says of it, and all that the answer which is a task says.
package struct TaskHandle: Sendable, Hashable {
    /// Made up by the server; whoever knows it may be all that a server can check.
    package var id: String
    /// How far the task was at that moment.
    package var status: TaskStatus
    /// For people; nil when the server gives none.
    package var message: String?
    /// As the server wrote it: a point in time in ISO 8601.
    package var createdAt: String
    /// As the server wrote it.
    package var lastUpdatedAt: String
    /// Counted from the creation; nil for a task that the server keeps for good.
    package var timeToLiveInMilliseconds: Int64?
    /// What a client is asked to wait between two polls; nil when the server does not say.
    package var pollIntervalInMilliseconds: Int64?

    /// Describes a task.
    package init(
        id: String,
        status: TaskStatus = .working,
        message: String? = nil,
        createdAt: String,
        lastUpdatedAt: String,
        timeToLiveInMilliseconds: Int64?,
        pollIntervalInMilliseconds: Int64? = nil
    ) {
        self.id = id
        self.status = status
        self.message = message
        self.createdAt = createdAt
        self.lastUpdatedAt = lastUpdatedAt
        self.timeToLiveInMilliseconds = timeToLiveInMilliseconds
        self.pollIntervalInMilliseconds = pollIntervalInMilliseconds
    }

    /// Reads a task; other members, such as those of the result around it, are left alone.
    package init(json: JSONValue) throws(ShapeError) {
        let reader = try ObjectReader(json)
        id = try reader.required("taskId", .string)
        let name = try reader.required("status", .string)
        guard let status = TaskStatus(rawValue: name) else {
            throw reader.error("status", expected: "one of the five states of a task")
        }
        self.status = status
        message = try reader.optional("statusMessage", .string)
        createdAt = try reader.required("createdAt", .string)
        lastUpdatedAt = try reader.required("lastUpdatedAt", .string)
        timeToLiveInMilliseconds = try reader.optional("ttlMs", .integer)
        pollIntervalInMilliseconds = try reader.optional("pollIntervalMs", .integer)
    }

    /// The members as they stand in a message.
    package var json: JSONObject {
        var object: JSONObject = ["taskId": .string(id), "status": .string(status.rawValue)]
        object["statusMessage"] = message.map { .string($0) }
        object["createdAt"] = .string(createdAt)
        object["lastUpdatedAt"] = .string(lastUpdatedAt)
        object["ttlMs"] = timeToLiveInMilliseconds.map { .number(JSONNumber($0)) } ?? .null
        object["pollIntervalMs"] = pollIntervalInMilliseconds.map { .number(JSONNumber($0)) }
        return object
    }

    /// The answer to a call that became this task.
    package var result: JSONObject {
        var object = json
        object["resultType"] = .string(TaskExtension.resultType)
        return object
    }
}
