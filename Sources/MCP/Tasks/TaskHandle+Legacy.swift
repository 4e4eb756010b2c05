package import JSON

extension TaskHandle {
    /// Reads a task as 2025-11-25 writes it; other members are left alone.
    package init(legacyJSON json: JSONValue) throws(ShapeError) {
        var object = try ObjectReader(json).object
        object["ttlMs"] = object["ttl"]
        object["pollIntervalMs"] = object["pollInterval"]
        try self.init(json: .object(object))
    }

    /// The members as they stand in a message of 2025-11-25.
    package var legacyJSON: JSONObject {
        var object = json
        object["ttl"] = object["ttlMs"]
        object["pollInterval"] = object["pollIntervalMs"]
        object["ttlMs"] = nil
        object["pollIntervalMs"] = nil
        return object
    }

    /// The answer of 2025-11-25 to a call that became this task.
    package var legacyResult: JSONObject { ["task": .object(legacyJSON)] }
}
