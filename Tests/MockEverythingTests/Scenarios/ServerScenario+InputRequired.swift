import JSON
import MCP
import MockEverything
import Testing

extension ServerScenario {
    private static let form = "test_input_required_result_elicitation"
    private static let alice: JSONValue = ["action": "accept", "content": ["name": "Alice"]]

    static let inputRequired: [ServerScenario] = [
        ServerScenario("input-required-result-basic-elicitation") { scene in
            try await scene.open { stage in
                let needed = try await stage.needed("tools/call", params(form))
                let request = try #require(needed.inputRequests.first)
                #expect(request.key == "user_name" && request.method == "elicitation/create")
                #expect(request.params?["requestedSchema"]?["required"] == ["name"])
                let result = try await stage.result("tools/call", params(form, ["user_name": alice], needed))
                #expect(result["content"]?[0]?["text"] == "Hello, Alice!")
            }
        },
        ServerScenario("input-required-result-basic-sampling") { scene in
            try await round(scene, "test_input_required_result_sampling", ["sampling/createMessage"]) { result in
                #expect(result["content"]?[0]?["text"]?.stringValue?.hasPrefix("LLM response: ") == true)
            }
        },
        ServerScenario("input-required-result-basic-list-roots") { scene in
            try await round(scene, "test_input_required_result_list_roots", ["roots/list"]) { result in
                #expect(result["content"]?[0]?["text"]?.stringValue?.contains("file:///tmp") == true)
            }
        },
        ServerScenario("input-required-result-request-state") { scene in
            try await round(scene, "test_input_required_result_request_state", ["elicitation/create"], hasState: true) {
                #expect($0["content"]?[0]?["text"]?.stringValue?.contains("state-ok") == true)
            }
        },
        ServerScenario("input-required-result-multiple-input-requests") { scene in
            let methods = ["elicitation/create", "sampling/createMessage", "roots/list"]
            try await round(scene, "test_input_required_result_multiple_inputs", methods, hasState: true) { result in
                #expect(result["content"]?[0]?["type"] == "text")
            }
        },
        ServerScenario("input-required-result-multi-round") { scene in
            try await scene.open { stage in
                let tool = "test_input_required_result_multi_round"
                let first = try await stage.needed("tools/call", params(tool))
                #expect(first.inputRequests.map(\.key) == ["step1"])
                let second = try await stage.needed("tools/call", params(tool, ["step1": alice], first))
                #expect(second.inputRequests.map(\.key) == ["step2"])
                #expect(first.requestState != nil && second.requestState != nil)
                #expect(first.requestState != second.requestState)
                let color: JSONValue = ["action": "accept", "content": ["color": "blue"]]
                let result = try await stage.result("tools/call", params(tool, ["step2": color], second))
                #expect(result["content"]?[0]?["text"] == "Alice likes blue.")
            }
        },
        ServerScenario("input-required-result-missing-input-response") { scene in
            try await scene.open { stage in
                let again = try await stage.needed("tools/call", params(form, ["wrong_key": alice]))
                #expect(again.inputRequests.map(\.key) == ["user_name"])
            }
        },
        ServerScenario("input-required-result-non-tool-request") { scene in
            try await scene.open { stage in
                let name: JSONObject = ["name": "test_input_required_result_prompt"]
                let needed = try await stage.needed("prompts/get", name)
                let key = try #require(needed.inputRequests.first?.key)
                var retry = name
                retry["inputResponses"] = [key: ["action": "accept", "content": ["context": "test context"]]]
                let result = try await stage.result("prompts/get", retry)
                #expect(result["messages"]?[0]?["content"]?["text"] == "In this context: test context")
            }
        },
        ServerScenario("input-required-result-result-type") { scene in
            try await scene.open { stage in
                _ = try await stage.needed("tools/call", params(form))
                #expect(stage.record.received.last?["result"]?["resultType"] == "input_required")
            }
        },
        ServerScenario("input-required-result-unsupported-methods") { scene in
            try await scene.open { stage in
                for method in ["tools/list", "prompts/list", "resources/list"] {
                    let result = try await stage.result(method)
                    #expect(result["resultType"] == "complete", "\(method)")
                }
            }
        },
        ServerScenario("input-required-result-tampered-state") { scene in
            try await scene.open { stage in
                let tool = "test_input_required_result_tampered_state"
                let needed = try await stage.needed("tools/call", params(tool))
                let state = try #require(needed.requestState)
                var forged = needed
                for text in [state + "-TAMPERED", String(state.dropLast()) + "0", "0" + state.dropFirst(), ""]
                where text != state {
                    forged.requestState = text
                    let error = try await stage.error("tools/call", params(tool, ["confirm": confirmed], forged))
                    #expect(error.code == .invalidParams, "\(text)")
                }
                // A sound state, but of another tool.
                let other = "test_input_required_result_request_state"
                let error = try await stage.error("tools/call", params(other, ["confirm": confirmed], needed))
                #expect(error.code == .invalidParams)
            }
        },
        ServerScenario("input-required-result-capability-check") { scene in
            let tool = "test_input_required_result_capabilities"
            try await scene.open(capabilities: ClientCapabilities(["sampling": [:]])) { stage in
                let needed = try await stage.needed("tools/call", params(tool))
                #expect(needed.inputRequests.map(\.method) == ["sampling/createMessage"])
                let error = try await stage.error("tools/call", params(form))
                #expect(error.code == .missingClientCapability)
                #expect(error.data?["requiredCapabilities"] == ["elicitation": [:]])
            }
        },
        ServerScenario("input-required-result-ignore-extra-params") { scene in
            try await scene.open { stage in
                let replies: JSONObject = [
                    "user_name": alice, "unknown": ["action": "accept", "content": ["foo": "bar"]],
                ]
                let result = try await stage.result("tools/call", params(form, replies))
                #expect(result["content"]?[0]?["text"] == "Hello, Alice!")
            }
        },
        ServerScenario("input-required-result-validate-input") { scene in
            try await scene.open(sendsNonsense: true) { stage in
                for nonsense in [["user_name": 12345], nil, "text", [1]] as [JSONValue] {
                    var params = params(form)
                    params["inputResponses"] = nonsense
                    let error = try await stage.error("tools/call", params)
                    #expect(error.code == .invalidParams)
                }
            }
        },
    ]

    private static let confirmed: JSONValue = ["action": "accept", "content": ["ok": true]]

    private static func params(
        _ tool: String,
        _ replies: JSONObject? = nil,
        _ needed: InputRequiredResult? = nil
    ) -> JSONObject {
        var params: JSONObject = ["name": .string(tool), "arguments": [:]]
        params["inputResponses"] = replies.map { .object($0) }
        params["requestState"] = (needed?.requestState).map { .string($0) }
        return params
    }

    /// One question, one answer, and the result.
    private static func round(
        _ scene: Scene,
        _ tool: String,
        _ methods: [String],
        hasState: Bool = false,
        _ check: @escaping (JSONValue) -> Void
    ) async throws {
        try await scene.open { stage in
            let needed = try await stage.needed("tools/call", params(tool))
            #expect(needed.inputRequests.map(\.method) == methods)
            // A gateway in front of a server with sessions has the state that such a server does not know: it has to find
            // the call again that goes on.
            let isFound = GatewayInFront.upstream?.era == .legacy
            #expect((needed.requestState != nil) == (hasState || isFound))
            let pairs = needed.inputRequests.compactMap { request -> (String, JSONValue)? in
                guard case .success(let reply) = PlayedUser().answer(request.method, request.params) else { return nil }
                return (request.key, .object(reply))
            }
            check(try await stage.result("tools/call", params(tool, JSONObject(pairs), needed)))
        }
    }
}
