import JSON
import MCP
import MCPConnection
import MockEverything
import Testing

extension ServerScenario {
    static let stateless: [ServerScenario] = [
        ServerScenario("server-stateless") { scene in
            try await ModernPeer.with(scene.reach) { peer in
                try await metadata(&peer)
                try await discovery(&peer)
                try await versions(&peer)
                try await capabilities(&peer)
                try await removedMethods(&peer)
                try await quietStreams(&peer)
            }
            try await subscriptions(scene)
        }
    ]

    private static func meta(without key: String? = nil, _ change: (String, JSONValue)? = nil) -> JSONObject {
        var meta = RawPost.meta
        if let key { meta[key] = nil }
        if let (key, value) = change { meta[key] = value }
        return meta
    }

    private static func metadata(_ peer: inout ModernPeer) async throws {
        let incomplete = [nil, meta(without: MetaKey.protocolVersion), meta(without: MetaKey.clientCapabilities)]
        for (index, meta) in incomplete.enumerated() {
            let reply = try await peer.ask("server/discover", meta: meta, id: 101 + index)
            #expect(reply.code == -32602)
            #expect([nil, 400].contains(reply.status))
        }
        let anonymous = try await peer.ask("server/discover", meta: meta(without: MetaKey.clientInfo), id: 105)
        #expect(anonymous.result["supportedVersions"] != nil)
        #expect([nil, 200].contains(anonymous.status))
    }

    private static func discovery(_ peer: inout ModernPeer) async throws {
        let result = try await peer.ask("server/discover", id: 201).result
        #expect(result["supportedVersions"]?.arrayValue?.contains("2026-07-28") == true)
        #expect(result["capabilities"]?["prompts"] != nil && result["capabilities"]?["tools"] != nil)
        #expect(result["_meta"]?[MetaKey.serverInfo]?["name"] == "openwork-mock-everything")
        #expect(result["_meta"]?[MetaKey.serverInfo]?["version"]?.stringValue != nil)
        #expect(try await peer.ask("tools/list", id: 202).result["tools"]?.arrayValue?.isEmpty == false)
        #expect(try await peer.ask("prompts/list", id: 203).result["prompts"]?.arrayValue?.isEmpty == false)
    }

    private static func versions(_ peer: inout ModernPeer) async throws {
        let discovered = try await peer.ask("server/discover", id: 300).result["supportedVersions"]?.arrayValue ?? []
        let strange = meta((MetaKey.protocolVersion, "v999.0.0"))
        let reply = try await peer.ask(
            "server/discover",
            meta: strange,
            id: 301,
            fields: ["MCP-Protocol-Version": "v999.0.0"]
        )
        #expect(reply.code == -32022)
        #expect([nil, 400].contains(reply.status))
        let data = reply.answer["error"]?["data"]
        #expect(data?["requested"] == "v999.0.0")
        let supported = data?["supported"]?.arrayValue ?? []
        #expect(!supported.isEmpty)
        // The suite wants nothing offered here that discovery does not name.
        #expect(supported.allSatisfy { discovered.contains($0) })
        guard reply.status != nil else { return }
        let mismatch = try await peer.ask("server/discover", meta: strange, id: 302)
        #expect(mismatch.code == -32020 && mismatch.status == 400)
    }

    private static func meta(_ change: (String, JSONValue)) -> JSONObject { meta(without: nil, change) }

    private static func capabilities(_ peer: inout ModernPeer) async throws {
        let params: JSONObject = ["name": "test_missing_capability", "arguments": [:]]
        let reply = try await peer.ask("tools/call", params, id: 401)
        #expect(reply.code == -32021)
        #expect([nil, 400].contains(reply.status))
        #expect(reply.answer["error"]?["data"]?["requiredCapabilities"]?["sampling"] == [:])
    }

    private static func removedMethods(_ peer: inout ModernPeer) async throws {
        let removed = ["initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"]
        for (index, method) in (removed + ["unknown/method"]).enumerated() {
            let reply = try await peer.ask(method, id: 500 + index)
            #expect(reply.code == -32601, "\(method)")
            #expect([nil, 404].contains(reply.status), "\(method)")
        }
    }

    /// No requests and no log messages among what a call sends that did not ask for any.
    private static func quietStreams(_ peer: inout ModernPeer) async throws {
        let asking = meta((MetaKey.clientCapabilities, ["elicitation": [:]]))
        let streaming: JSONObject = ["name": "test_streaming_elicitation", "arguments": [:]]
        let elicited = try await peer.ask("tools/call", streaming, meta: asking, id: 601)
        #expect(elicited.result["resultType"] == "input_required")
        let logged = try await peer.ask("tools/call", ["name": "test_logging_tool", "arguments": [:]], id: 602)
        #expect(logged.result["content"] != nil)
    }

    // MARK: Subscriptions

    private static func subscriptions(_ scene: Scene) async throws {
        try await scene.open { stage in
            let wanted: [(JSONObject, String, String)] = [
                (["toolsListChanged": true], "test_trigger_tool_change", "notifications/tools/list_changed"),
                (["promptsListChanged": true], "test_trigger_prompt_change", "notifications/prompts/list_changed"),
                (
                    ["resourcesListChanged": true], "test_trigger_resource_change",
                    "notifications/resources/list_changed"
                ),
                (
                    ["resourceSubscriptions": ["test://watched-resource"]], "test_trigger_resource_update",
                    "notifications/resources/updated"
                ),
            ]
            for (filter, trigger, method) in wanted {
                try await subscription(stage, filter, trigger, method)
            }
        }
    }

    /// Opens a stream, changes everything, and hears of what was asked for only.
    private static func subscription(
        _ stage: Stage,
        _ filter: JSONObject,
        _ trigger: String,
        _ method: String
    ) async throws {
        var feed = stage.client.notifications.makeAsyncIterator()
        let client = stage.client
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var options = RequestOptions()
                options.timeLimit = .none
                let params: Members = ["notifications": .object(filter)]
                _ = await client.outcome(of: "subscriptions/listen", params: params, options: options)
            }
            let first = try #require(await feed.next())
            #expect(first.method == "notifications/subscriptions/acknowledged")
            #expect(first.params?["notifications"] == .object(filter))
            let id = try #require(first.subscriptionID)
            for other in [
                "test_trigger_tool_change", "test_trigger_prompt_change", "test_trigger_resource_change",
                "test_trigger_resource_update",
            ] where other != trigger { _ = try await stage.call(other) }
            _ = try await stage.call(trigger)
            let second = try #require(await feed.next())
            #expect(second.method == method)
            #expect(second.subscriptionID == id)
            group.cancelAll()
        }
    }
}
