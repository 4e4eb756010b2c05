import JSON
import MCP
import Testing

@testable import MockEverything

@Suite("The filter of a subscription")
struct SubscriptionFilterTests {
    @Test("agrees to what it knows, and lets nothing else through")
    func filter() throws {
        let filter = try SubscriptionFilter(["toolsListChanged": true, "promptsListChanged": false, "moonPhase": true])
        #expect(filter.json == ["toolsListChanged": true])
        #expect(filter.notification(of: .list(.tools))?.method == "notifications/tools/list_changed")
        #expect(filter.notification(of: .list(.prompts)) == nil)
        #expect(filter.notification(of: .resource("a")) == nil)
    }

    @Test("watches the resources it names, and no others")
    func resources() throws {
        let filter = try SubscriptionFilter(["resourceSubscriptions": ["a", "b"]])
        #expect(filter.json == ["resourceSubscriptions": ["a", "b"]])
        #expect(filter.notification(of: .resource("a"))?.params == ["uri": "a"])
        #expect(filter.notification(of: .resource("c")) == nil)
    }

    @Test(
        "refuses what has the wrong shape",
        arguments: [
            ["toolsListChanged": 1], ["resourceSubscriptions": "a"], ["resourceSubscriptions": [1]],
        ] as [JSONObject]
    )
    func shape(wanted: JSONObject) {
        #expect(throws: ErrorObject.self) { try SubscriptionFilter(wanted) }
    }
}
