package import JSON

/// A message that wants no answer, with its parameters as values.
package struct Notification: Sendable, Hashable {
    /// For instance `notifications/progress`.
    package var method: String
    /// Nil when the member is absent; `{}` is kept apart from that.
    package var params: JSONObject?

    /// Builds a notification; without parameters the member is left out.
    package init(method: String, params: JSONObject? = nil) {
        self.method = method
        self.params = params
    }

    /// The listing that a `list_changed` notification makes stale; nil for every other notification.
    package var changedList: ChangedList? {
        ChangedList.allCases.first { $0.notificationMethod == method }
    }

    /// The `subscriptions/listen` request this notification belongs to (modern era); nil without one.
    package var subscriptionID: RequestID? {
        params?["_meta"]?[MetaKey.subscriptionID].flatMap { RequestID($0) }
    }

    /// The same notification, marked as belonging to a `subscriptions/listen` request.
    package func onSubscription(_ id: RequestID) -> Notification {
        var copy = self
        var params = params ?? [:]
        var meta = params["_meta"]?.objectValue ?? [:]
        meta[MetaKey.subscriptionID] = id.json
        params["_meta"] = .object(meta)
        copy.params = params
        return copy
    }
}
