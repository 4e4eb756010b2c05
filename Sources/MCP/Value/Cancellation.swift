package import JSON

/// What `notifications/cancelled` carries.
package struct Cancellation: Sendable, Hashable {
    /// The request given up, under its sender's id.
    package var requestID: RequestID
    /// For logs; nil when the sender gives none.
    package var reason: String?

    /// Builds a cancellation; the reason may be shown to people on the other side.
    package init(requestID: RequestID, reason: String? = nil) {
        self.requestID = requestID
        self.reason = reason
    }

    /// Reads the parameters; the id is required.
    package init(params: JSONObject?) throws(ShapeError) {
        let reader = try ObjectReader(.object(params ?? [:]))
        requestID = try reader.required("requestId", .id)
        reason = try reader.optional("reason", .string)
    }

    /// The notification that carries it.
    package var notification: Notification {
        var params: JSONObject = ["requestId": requestID.json]
        params["reason"] = reason.map { .string($0) }
        return Notification(method: "notifications/cancelled", params: params)
    }
}
