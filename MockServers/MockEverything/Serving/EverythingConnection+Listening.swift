import JSON
import MCP
import MCPConnection

extension EverythingConnection {
    /// Serves a subscription until the client ends it, or the server is finished: acknowledges it first, then tells changes.
    func listen(_ call: ServerCall) async throws(ErrorObject) -> Members {
        guard let wanted = call.context.params["notifications"]?.objectValue else {
            throw .invalidParams("notifications is not an object")
        }
        let details = { self.tasks.details(of: $0, for: self.caller) }
        let filter = try SubscriptionFilter(wanted).keeping(tasks: { details($0) != nil })
        guard filter.tasks == nil || call.context.clientCapabilities.supportsTasks else {
            throw .missingClientCapability(TaskExtension.required)
        }
        // Before the acknowledgement: what changes after it must not be missed.
        let changes = server.changes.subscribe()
        let subscription = call.context.id
        let acknowledged = Notification(
            method: "notifications/subscriptions/acknowledged",
            params: ["notifications": .object(filter.json)]
        )
        await call.notify(acknowledged.onSubscription(subscription))
        // What happened to a task before the client listened it would otherwise never hear.
        for id in filter.tasks ?? [] {
            guard let now = details(id) else { continue }
            await call.notify(now.notification.onSubscription(subscription))
        }
        for await change in changes {
            guard let notification = filter.notification(of: change, task: details) else { continue }
            await call.notify(notification.onSubscription(subscription))
        }
        return [:]
    }
}
