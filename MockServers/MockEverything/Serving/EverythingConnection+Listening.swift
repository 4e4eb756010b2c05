import JSON
import MCP
import MCPConnection

extension EverythingConnection {
    /// Serves a subscription until the client ends it, or the server is finished: acknowledges it first, then tells changes.
    func listen(_ call: ServerCall) async throws(ErrorObject) -> Members {
        guard let wanted = call.context.params["notifications"]?.objectValue else {
            throw .invalidParams("notifications is not an object")
        }
        let filter = try SubscriptionFilter(wanted)
        // Before the acknowledgement: what changes after it must not be missed.
        let changes = server.changes.subscribe()
        let id = call.context.id
        let acknowledged = Notification(
            method: "notifications/subscriptions/acknowledged",
            params: ["notifications": .object(filter.json)]
        )
        await call.notify(acknowledged.onSubscription(id))
        for await change in changes {
            guard let notification = filter.notification(of: change) else { continue }
            await call.notify(notification.onSubscription(id))
        }
        return [:]
    }
}
