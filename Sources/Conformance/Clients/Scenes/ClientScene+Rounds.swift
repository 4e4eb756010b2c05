import JSON
import MCP

extension ClientScene {
    /// Results that ask for input.
    static let rounds: [ClientScene] = [
        ClientScene(
            "sep-2322-client-request-state",
            modern,
            SceneServer(
                tools: [
                    "test_mrtr_echo_state", "test_mrtr_no_state", "test_mrtr_unrelated", "test_mrtr_no_result_type",
                ]
                .map { SceneServer.tool($0) }
            ) { turn, _, revision in
                guard turn.rpc == "tools/call" else { return nil }
                let name = turn.params["name"]?.stringValue ?? ""
                // Its type is missing on purpose.
                if name == "test_mrtr_no_result_type" { return .plain(["content": []], to: turn) }
                let asks = ["test_mrtr_echo_state", "test_mrtr_no_state"].contains(name)
                guard asks, turn.params["inputResponses"] == nil else { return nil }
                var needed: JSONObject = ["resultType": "input_required", "inputRequests": ["confirm": question]]
                if name == "test_mrtr_echo_state" { needed["requestState"] = .string(requestState) }
                return .result(needed, to: turn, in: revision)
            }
        )
    ]

    /// A state that does not survive being read and written again.
    static let requestState = #"{"nonce": 1,  "b":"ä"}"#

    private static let question: JSONValue = [
        "method": "elicitation/create",
        "params": [
            "message": "Please confirm to continue",
            "requestedSchema": ["type": "object", "properties": ["confirmed": ["type": "boolean"]]],
        ],
    ]
}
