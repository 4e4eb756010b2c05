import JSON
import MCP
import Testing

extension ServerScenario {
    /// Requests of the server to its client, as only the legacy era has them.
    static let asking: [ServerScenario] = [
        ServerScenario("tools-call-sampling") { scene in
            try await scene.open { stage in
                let result = try await stage.call("test_sampling", ["prompt": "Test prompt for sampling"])
                let asked = try #require(stage.user.asked.first)
                #expect(asked.method == "sampling/createMessage")
                #expect(asked.params?["messages"]?[0]?["content"]?["text"] == "Test prompt for sampling")
                #expect(asked.params?["maxTokens"] == 100)
                #expect(result["content"]?[0]?["text"] == "LLM response: This is an answer of no model.")
            }
        },
        ServerScenario("tools-call-elicitation") { scene in
            try await scene.open { stage in
                let result = try await stage.call("test_elicitation", ["message": "Please provide your information"])
                let asked = try #require(stage.user.asked.first)
                #expect(asked.method == "elicitation/create")
                #expect(asked.params?["message"] == "Please provide your information")
                #expect(asked.params?["requestedSchema"]?["required"] == ["username", "email"])
                #expect(result["content"]?[0]?["text"]?.stringValue?.hasPrefix("User response: action=accept") == true)
            }
        },
        ServerScenario("elicitation-sep1034-defaults") { scene in
            let fields = try await fields(scene, "test_elicitation_sep1034_defaults")
            #expect(fields["name"]?["type"] == "string" && fields["name"]?["default"] == "John Doe")
            #expect(fields["age"]?["type"] == "integer" && fields["age"]?["default"] == 30)
            #expect(fields["score"]?["type"] == "number" && fields["score"]?["default"] == 95.5)
            #expect(fields["status"]?["enum"] == ["active", "inactive", "pending"])
            #expect(fields["status"]?["type"] == "string" && fields["status"]?["default"] == "active")
            #expect(fields["verified"]?["type"] == "boolean" && fields["verified"]?["default"] == true)
        },
        ServerScenario("elicitation-sep1330-enums") { scene in
            let fields = try await fields(scene, "test_elicitation_sep1330_enums")
            #expect(fields["untitledSingle"] == ["type": "string", "enum": ["option1", "option2", "option3"]])
            let single = fields["titledSingle"]
            #expect(single?["type"] == "string" && single?["enum"] == nil)
            #expect(single?["oneOf"]?[0] == ["const": "value1", "title": "First Option"])
            #expect(
                fields["legacyEnum"]?["enum"]?.arrayValue?.count
                    == fields["legacyEnum"]?["enumNames"]?.arrayValue?.count
            )
            let multi = fields["untitledMulti"]
            #expect(multi?["type"] == "array" && multi?["items"]?["anyOf"] == nil)
            #expect(multi?["items"]?["type"] == "string" && multi?["items"]?["enum"]?.arrayValue?.count == 3)
            let titled = fields["titledMulti"]
            #expect(titled?["type"] == "array" && titled?["items"]?["enum"] == nil)
            #expect(titled?["items"]?["anyOf"]?[2] == ["const": "value3", "title": "Third Choice"])
        },
    ]

    private static func fields(_ scene: Scene, _ tool: String) async throws -> JSONValue {
        try await scene.open { stage in
            let result = try await stage.call(tool)
            #expect(
                result["content"]?[0]?["text"]?.stringValue?.hasPrefix("Elicitation completed: action=accept") == true
            )
            let asked = try #require(stage.user.asked.first)
            #expect(asked.method == "elicitation/create")
            return try #require(asked.params?["requestedSchema"]?["properties"])
        }
    }
}
