import JSON
import MCP
import MCPConnection
import Testing

extension ServerScenario {
    static let resources: [ServerScenario] = [
        ServerScenario("resources-list") { scene in
            try await scene.open { stage in
                let resources = try #require(try await stage.result("resources/list")["resources"]?.arrayValue)
                #expect(resources.count == 3)
                #expect(resources.allSatisfy { $0["uri"]?.stringValue != nil && $0["name"]?.stringValue != nil })
            }
        },
        ServerScenario("resources-read-text") { scene in
            try await scene.open { stage in
                let contents = try await stage.result("resources/read", ["uri": "test://static-text"])["contents"]
                let expected: JSONValue = [
                    "uri": "test://static-text", "mimeType": "text/plain",
                    "text": "This is the content of the static text resource.",
                ]
                #expect(contents == [expected])
            }
        },
        ServerScenario("resources-read-binary") { scene in
            try await scene.open { stage in
                let contents = try await stage.result("resources/read", ["uri": "test://static-binary"])["contents"]
                #expect(contents?[0]?["mimeType"] == "image/png")
                #expect(contents?[0]?["blob"]?.stringValue?.hasPrefix("iVBORw0KGgo") == true)
            }
        },
        ServerScenario("resources-templates-read") { scene in
            try await scene.open { stage in
                let templates = try await stage.result("resources/templates/list")["resourceTemplates"]
                #expect(templates?[0]?["uriTemplate"] == "test://template/{id}/data")
                let contents = try await stage.result("resources/read", ["uri": "test://template/123/data"])["contents"]
                #expect(contents?[0]?["uri"] == "test://template/123/data")
                #expect(
                    contents?[0]?["text"] == #"{"id":"123","templateTest":true,"data":"Data for ID: 123"}"#
                )
            }
        },
        ServerScenario("sep-2164-resource-not-found") { scene in
            try await scene.open { stage in
                let error = try await stage.error("resources/read", ["uri": "test://nowhere"])
                #expect(error.code == .invalidParams)
                #expect(error.data?["uri"] == "test://nowhere")
            }
        },
        ServerScenario("resources-subscribe") { scene in
            try await scene.open { stage in
                let uri: JSONObject = ["uri": "test://watched-resource"]
                #expect(try await stage.result("resources/subscribe", uri) == [:])
                _ = try await stage.call("test_trigger_resource_update")
                var feed = stage.client.notifications.makeAsyncIterator()
                let told = await feed.next()
                #expect(told == Notification(method: "notifications/resources/updated", params: uri))
            }
        },
        ServerScenario("resources-unsubscribe") { scene in
            try await scene.open { stage in
                let uri: JSONObject = ["uri": "test://watched-resource"]
                _ = try await stage.result("resources/subscribe", uri)
                #expect(try await stage.result("resources/unsubscribe", uri) == [:])
                _ = try await stage.call("test_trigger_resource_update")
                // What comes next is the proof that nothing came before it.
                _ = try await stage.call("test_trigger_tool_change")
                var feed = stage.client.notifications.makeAsyncIterator()
                #expect(await feed.next()?.method == "notifications/tools/list_changed")
            }
        },
    ]
}
