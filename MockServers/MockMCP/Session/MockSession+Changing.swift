import JSON
import MCP

extension MockSession {
    /// Opens a stream of notifications (stateless era); it is acknowledged and stays open.
    mutating func listen(_ context: RequestContext) {
        let wanted = context.params["notifications"]?["toolsListChanged"] == true
        let granted: JSONObject = wanted && server.announcesChanges ? ["toolsListChanged": true] : [:]
        let acknowledgement = Notification(
            method: "notifications/subscriptions/acknowledged",
            params: ["notifications": .object(granted)]
        )
        perform(speaker.notify(acknowledgement.onSubscription(context.id), during: context.id))
        subscriptions.append(context.id)
        if granted.isEmpty { silentSubscriptions.insert(context.id) }
    }

    /// Ends every stream in good order.
    mutating func closeSubscriptions() {
        for id in subscriptions {
            respond(to: id, with: .success(["_meta": [MetaKey.subscriptionID: id.json]]))
        }
        subscriptions = []
    }

    /// Makes one change of the script, once, and tells those who want to know.
    mutating func change(_ index: Int) {
        guard desk.make(index) else { return }
        let notification = Notification(method: ChangedList.tools.notificationMethod)
        perform(speaker.notify(notification))
        for id in subscriptions where !silentSubscriptions.contains(id) {
            perform(speaker.notify(notification.onSubscription(id), during: id))
        }
    }
}
