package import JSON

/// What `notifications/message` carries.
package struct LogMessage: Sendable, Hashable {
    /// How severe it is.
    package var level: LoggingLevel
    /// The part of the server that speaks; nil when it does not say.
    package var logger: String?
    /// Whatever the server logged, a string in most cases.
    package var data: JSONValue

    /// Builds a log message.
    package init(level: LoggingLevel, logger: String? = nil, data: JSONValue) {
        self.level = level
        self.logger = logger
        self.data = data
    }

    /// Reads the parameters; an unknown level is a wrong shape.
    package init(params: JSONObject?) throws(ShapeError) {
        let reader = try ObjectReader(.object(params ?? [:]))
        guard let level = LoggingLevel(rawValue: try reader.required("level", .string)) else {
            throw reader.error("level", expected: "one of the eight syslog levels")
        }
        guard let data = reader["data"] else { throw reader.error("data", expected: "any value") }
        self.level = level
        self.data = data
        logger = try reader.optional("logger", .string)
    }

    /// The notification that carries it.
    package var notification: Notification {
        var params: JSONObject = ["level": .string(level.rawValue)]
        params["logger"] = logger.map { .string($0) }
        params["data"] = data
        return Notification(method: "notifications/message", params: params)
    }
}
