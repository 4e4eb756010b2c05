import JSON
import MCP
import MCPConnection
import Testing

extension ServerScenario {
    static let utilities: [ServerScenario] = [
        ServerScenario("server-initialize") { scene in
            try await scene.open { stage in
                #expect(stage.client.server.revision == scene.revision)
                let answer = try #require(stage.record.received.first { $0["result"]?["serverInfo"] != nil })
                #expect(answer["result"]?["protocolVersion"] == .string(scene.revision.rawValue))
                #expect(answer["result"]?["serverInfo"]?["name"] == "openwork-mock-everything")
                #expect(answer["result"]?["capabilities"]?["tools"] == ["listChanged": true])
            }
        },
        ServerScenario("ping") { scene in
            try await scene.open { stage in
                let result = try await stage.result("ping")
                #expect(result == [:])
            }
        },
        ServerScenario("logging-set-level") { scene in
            try await scene.open(sendsNonsense: true) { stage in
                #expect(try await stage.result("logging/setLevel", ["level": "info"]) == [:])
                _ = try await stage.result("logging/setLevel", ["level": "error"])
                _ = try await stage.call("test_tool_with_logging")
                #expect(stage.record.received("notifications/message") == [])
                #expect(try await stage.error("logging/setLevel", ["level": "loud"]).code == .invalidParams)
            }
        },
        ServerScenario("completion-complete") { scene in
            try await scene.open { stage in
                let params: JSONObject = [
                    "ref": ["type": "ref/prompt", "name": "test_prompt_with_arguments"],
                    "argument": ["name": "arg1", "value": "test"],
                ]
                let completion = try await stage.result("completion/complete", params)["completion"]
                #expect(completion == ["values": ["test", "testing"], "total": 2, "hasMore": false])
            }
        },
        ServerScenario("caching") { scene in
            try await scene.open { stage in
                let requests: [(String, JSONObject)] = [
                    ("tools/list", [:]), ("prompts/list", [:]), ("resources/list", [:]),
                    ("resources/templates/list", [:]), ("resources/read", ["uri": "test://static-text"]),
                ]
                for (method, params) in requests {
                    let result = try await stage.result(method, params)
                    #expect(result["ttlMs"] == 5_000, "\(method)")
                    // Which tools there are depends on what the client declares.
                    #expect(result["cacheScope"] == (method == "tools/list" ? "private" : "public"), "\(method)")
                }
            }
        },
    ]
}
