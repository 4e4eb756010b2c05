@testable import Gateway
import JSON
import MCP
import Testing

@Suite("What a modern client wants to be told")
struct ListenFilterTests {
    @Test("is what it named, and nothing else")
    func named() throws {
        let wish: JSONObject = [
            "toolsListChanged": true, "promptsListChanged": false, "resourceSubscriptions": ["b", "a"],
        ]
        let filter = try ListenFilter(wish)
        #expect(filter.json == ["toolsListChanged": true, "resourceSubscriptions": ["b", "a"]])
        #expect(filter.notification(of: .list(.tools))?.method == "notifications/tools/list_changed")
        #expect(filter.notification(of: .list(.prompts)) == nil)
        #expect(filter.notification(of: .resource("a"))?.params == ["uri": "a"])
        #expect(filter.notification(of: .resource("c")) == nil)
        #expect(filter.notification(of: .message(Notification(method: "notifications/message"))) == nil)
        #expect(filter.keeping(["a"]).json == ["toolsListChanged": true, "resourceSubscriptions": ["a"]])
    }

    @Test(
        "has to be readable",
        arguments: [["toolsListChanged": 1], ["resourceSubscriptions": "a"], ["resourceSubscriptions": [1]]]
            as [JSONObject]
    )
    func unreadable(wish: JSONObject) {
        #expect(throws: ErrorObject.self) { try ListenFilter(wish) }
    }
}
