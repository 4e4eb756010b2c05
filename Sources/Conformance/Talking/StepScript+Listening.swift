import JSON
import MCP

extension StepScript {
    /// Listens to changes of the tool list while a fixture makes two, and ends the subscription.
    mutating func listen() async {
        guard talk.steps.contains(.listen) else {
            return
        }
        let lists = session.result["capabilities"]?["tools"]?["listChanged"]?.boolValue == true
        guard lists, has(.listen, "test_trigger_tool_change") else {
            notes.gaps[.listen] = notes.gaps[.listen] ?? "the server does not declare changes of its tool list"
            return
        }
        onStep(.listen)
        let id = nextID()
        var params: JSONObject = ["notifications": ["toolsListChanged": true]]
        params["_meta"] = .object(meta())
        let (conversation, wanted, bound) = (conversation, params, min(talk.bounds.request, .seconds(10)))
        async let listening = conversation.ask("subscriptions/listen", wanted, id: id, within: bound)
        _ = await conversation.notification(within: bound) { message in
            message.method == "notifications/subscriptions/acknowledged"
        }
        // Twice, so that the list is what it was.
        for _ in 0..<2 {
            await fixture(.listenChange, "test_trigger_tool_change")
        }
        _ = await conversation.notification(within: bound) { message in
            message.method == "notifications/tools/list_changed"
        }
        await conversation.cancel(id)
        notes.exchanges[.listen] = await listening
    }
}
