import JSON
import MCP
import MCPConnection
import Testing

extension ServerScenario {
    static let tools: [ServerScenario] = [
        ServerScenario("tools-list") { scene in
            try await scene.open { stage in
                let tools = try #require(try await stage.result("tools/list")["tools"]?.arrayValue)
                #expect(tools.count > 20)
                for tool in tools {
                    let name = try #require(tool["name"]?.stringValue)
                    #expect(
                        (1...64).contains(name.count)
                            && name.allSatisfy { $0.isLetter || $0.isNumber || "_./-".contains($0) }
                    )
                    #expect(tool["description"]?.stringValue?.isEmpty == false)
                    #expect(tool["inputSchema"]?["type"] == "object")
                }
            }
        },
        ServerScenario("tools-call-simple-text") { scene in
            try await scene.open { stage in
                let result = try await stage.result("tools/call", ["name": "test_simple_text"])
                #expect(
                    result["content"]
                        == [["type": "text", "text": "This is a simple text response for testing."]]
                )
            }
        },
        ServerScenario("tools-call-image") { scene in
            try await content(scene, "test_image_content", ["image"]) { #expect($0[0]["mimeType"] == "image/png") }
        },
        ServerScenario("tools-call-audio") { scene in
            try await content(scene, "test_audio_content", ["audio"]) { #expect($0[0]["mimeType"] == "audio/wav") }
        },
        ServerScenario("tools-call-embedded-resource") { scene in
            try await content(scene, "test_embedded_resource", ["resource"]) { content in
                #expect(content[0]["resource"]?["uri"] == "test://embedded-resource")
                #expect(content[0]["resource"]?["mimeType"] == "text/plain")
                #expect(content[0]["resource"]?["text"] == "This is an embedded resource content.")
            }
        },
        ServerScenario("tools-call-mixed-content") { scene in
            try await content(scene, "test_multiple_content_types", ["text", "image", "resource"]) { content in
                #expect(content[2]["resource"]?["uri"] == "test://mixed-content-resource")
            }
        },
        ServerScenario("tools-call-error") { scene in
            try await scene.open { stage in
                let result = try await stage.call("test_error_handling")
                #expect(result["isError"] == true)
                #expect(result["content"]?[0]?["text"]?.stringValue?.isEmpty == false)
            }
        },
        ServerScenario("tools-call-with-logging") { scene in
            try await scene.open { stage in
                _ = try await stage.result("logging/setLevel", ["level": "debug"])
                _ = try await stage.call("test_tool_with_logging")
                let logs = stage.record.received("notifications/message")
                #expect(
                    logs.map { $0["params"]?["data"] ?? .null }
                        == ["Tool execution started", "Tool processing data", "Tool execution completed"]
                )
            }
        },
        ServerScenario("tools-call-with-progress") { scene in
            try await scene.open { stage in
                let params: JSONObject = ["name": "test_tool_with_progress", "arguments": [:]]
                var options = RequestOptions()
                options.wantsProgress = true
                _ = try await stage.client.request("tools/call", params: Members(params), options: options)
                let reports = stage.record.received("notifications/progress")
                #expect(reports.map { $0["params"]?["progress"] ?? .null } == [0, 50, 100])
                #expect(reports.allSatisfy { $0["params"]?["total"] == 100 })
                #expect(Set(reports.map { $0["params"]?["progressToken"] ?? .null }).count == 1)
            }
        },
        ServerScenario("json-schema-2020-12") { scene in
            try await scene.open { stage in
                let tools = try await stage.client.list("tools/list", items: "tools")
                let tool = try #require(tools.first { $0["name"] == "json_schema_2020_12_tool" })
                let schema = try #require(tool["inputSchema"])
                #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
                #expect(schema["$defs"]?["address"]?["$anchor"] == "addressDef")
                #expect(schema["properties"]?["address"]?["$ref"] == "#/$defs/address")
                #expect(schema["allOf"]?[0]?["anyOf"]?[1]?["required"] == ["email"])
                #expect(schema["if"]?["properties"]?["contactMethod"]?["const"] == "phone")
                #expect(schema["then"] == ["required": ["phone"]])
                #expect(schema["else"] == ["required": ["email"]])
                #expect(schema["additionalProperties"] == false)
            }
        },
    ]

    private static func content(
        _ scene: Scene,
        _ tool: String,
        _ types: [String],
        _ check: @escaping ([JSONValue]) -> Void
    ) async throws {
        try await scene.open { stage in
            let content = try #require(try await stage.call(tool)["content"]?.arrayValue)
            #expect(content.map { $0["type"]?.stringValue } == types)
            for block in content where ["image", "audio"].contains(block["type"]) {
                #expect(block["data"]?.stringValue?.isEmpty == false)
            }
            check(content)
        }
    }
}
