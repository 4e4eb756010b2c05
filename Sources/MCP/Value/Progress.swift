package import JSON

/// What `notifications/progress` carries.
package struct Progress: Sendable, Hashable {
    /// The token the request carried in `_meta`; of the same kinds as an id.
    package var token: RequestID
    /// Grows with every notification; in any unit.
    package var progress: Double
    /// In the same unit; nil when unknown.
    package var total: Double?
    /// For people; nil when the server gives none.
    package var message: String?

    /// Builds a report on the request with this token.
    package init(token: RequestID, progress: Double, total: Double? = nil, message: String? = nil) {
        self.token = token
        self.progress = progress
        self.total = total
        self.message = message
    }

    /// Reads the parameters; token and progress are required.
    package init(params: JSONObject?) throws(ShapeError) {
        let reader = try ObjectReader(.object(params ?? [:]))
        token = try reader.required("progressToken", .id)
        progress = try reader.required("progress", .number)
        total = try reader.optional("total", .number)
        message = try reader.optional("message", .string)
    }

    /// The notification that carries it.
    package var notification: Notification {
        var params: JSONObject = ["progressToken": token.json]
        // A value that JSON cannot write (infinity, not a number) is left out, and so the notification is not valid.
        params["progress"] = JSONNumber(progress).map { .number($0) }
        params["total"] = total.flatMap { JSONNumber($0) }.map { .number($0) }
        params["message"] = message.map { .string($0) }
        return Notification(method: "notifications/progress", params: params)
    }
}
