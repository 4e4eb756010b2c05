import Conformance
import MCP

extension Twin {
    /// The twins of what servers have beside tools: the server with everything, changed in one place.
    static let features: [Twin] = [
        Twin("CALL-IMAGE", "test_image_content /result/content/0/data=no*base64").changing(),
        Twin("CALL-AUDIO", "test_audio_content /result/content/0/type=text").changing(),
        Twin("CALL-EMBEDDED", "test_embedded_resource /result/content/0/resource/uri=").changing(),
        Twin("CALL-MIXED", "test_multiple_content_types /result/content/1=").changing(),
        Twin("CALL-FAILED", "test_error_handling /result/isError=").changing(),
        Twin("RES-LISTED", "resources/list /result/resources/0/uri=no-scheme").changing(),
        Twin("RES-READ", "resources/read /result/contents=[]").changing(),
        Twin("RES-BINARY", "resources/read /result/contents/0/blob=no*base64").changing(),
        Twin("RES-TEMPLATE-READ", "resources/read /result/contents=[]").changing(),
        Twin(
            "RES-UNSUBSCRIBED",
            #"resources/unsubscribe /error={"code":-32601,"message":"no"}"#,
            "resources/unsubscribe /result="
        )
        .changing(),
        Twin("RES-UNKNOWN", #"resources/read /error/code=-32603"#).changing(),
        Twin("RES-TEMPLATES", "resources/templates/list /result/resourceTemplates/0/uriTemplate=").changing(),
        Twin("RES-SUBSCRIBED", #"resources/subscribe /error={"code":-32601,"message":"no"}"#, noSubscription)
            .changing(),
        Twin("RES-UPDATED", "notifications/resources/updated").changing(),
        Twin("PROMPT-LISTED", "prompts/list /result/prompts/0/name=").changing(),
        Twin("PROMPT-GET", "prompts/get /result/messages/0/role=system").changing(),
        Twin("PROMPT-FILLED", "test_prompt_with_arguments /result/messages/0/content/text=nothing").changing(),
        Twin("PROMPT-EMBEDDED", "test_prompt_with_embedded_resource /result/messages=[]").changing(),
        Twin("PROMPT-IMAGE", "test_prompt_with_image /result/messages/0/content/data=no*base64").changing(),
        Twin("PROMPT-UNKNOWN", "prompts/get /error/code=-32603").changing(),
        Twin("PROMPT-ARGUMENTS", "prompts/get /error/code=-32603").changing(),
        Twin("UTIL-COMPLETION", "completion/complete /result/completion/values=one").changing(),
        Twin("UTIL-CACHING", "resources/list /result/ttlMs=").changing(),
        Twin("UTIL-CACHING", "tools/list /result/cacheScope=everybody").changing(),
        Twin("UTIL-PROGRESS", "notifications/progress /params/progress=1").changing(),
        Twin("UTIL-PROGRESS", "notifications/progress").changing(),
        Twin("UTIL-LOG-LEVEL", #"logging/setLevel /error={"code":-32601,"message":"no"}"#, "logging/setLevel /result=")
            .changing(),
        Twin("UTIL-LOG-BAD-LEVEL", "logging/setLevel /error/code=-32603", "server/discover /error/code=-32603")
            .changing(),
        Twin("UTIL-LOG-MESSAGES", "notifications/message /params/level=loud").changing(),
        Twin("UTIL-LOG-SILENT", "test_tool_with_logging before=notifications/message").changing(),
        Twin("ASK-SAMPLING", "sampling/createMessage /params/maxTokens=").changing().in(.november2024, .november2025),
        Twin("ASK-SAMPLING", modern("sampling", "/result/inputRequests/capital_question/params/messages="))
            .changing().in(.july2026),
        Twin("ASK-ELICITATION", "elicitation/create /params/message=").changing().in(.june2025, .november2025),
        Twin("ASK-ELICITATION", modern("elicitation", "/result/inputRequests/user_name/params/requestedSchema="))
            .changing().in(.july2026),
        Twin("ASK-ROOTS", "test_input_required_result_list_roots /result/isError=true").changing().in(.november2024),
        Twin("ASK-ROOTS", modern("list_roots", "/result/resultType=complete")).changing().in(.july2026),
        Twin("ASK-DEFAULTS", "elicitation/create /params/requestedSchema/properties/age/default=thirty").changing(),
        Twin("ASK-ENUMS", "elicitation/create /params/requestedSchema/properties/untitledSingle/enum=1").changing(),
        Twin("ASK-CAPABILITY", modern("elicitation", "/error/data=")).changing(),
        Twin("ASK-ANSWERED", again("elicitation", "/result/resultType=input_required")).changing(),
        Twin("ASK-REPEATED", again("elicitation", "/result/resultType=complete")).changing(),
        Twin("ASK-EXTRA", again("elicitation", "/result/resultType=input_required")).changing(),
        Twin("ASK-VALIDATED", again("elicitation", "/error="), again("elicitation", #"/result={"content":[]}"#))
            .changing(),
        Twin("ASK-SEVERAL", modern("multiple_inputs", "/result/resultType=complete")).changing(),
        Twin("ASK-ROUNDS", again("multi_round", "/result/resultType=complete")).changing(),
        Twin("ASK-NOT-IN-LISTS", "resources/list /result/resultType=input_required").changing(),
        Twin("ASK-STATE", again("tampered_state", "/result/resultType=input_required")).changing(),
        Twin("ASK-TAMPERED", again("tampered_state", "/error="), again("tampered_state", #"/result={"content":[]}"#))
            .changing(),
        Twin("ASK-IN-PROMPT", "test_input_required_result_prompt /result/resultType=complete").changing(),
        Twin("LISTEN-ACKNOWLEDGED", "notifications/subscriptions/acknowledged").changing().silent(),
        Twin("LISTEN-CHANGES", "notifications/tools/list_changed /method=notifications/prompts/list_changed")
            .changing().silent(),
    ]

    private static let noSubscription = "resources/subscribe /result="

    private static func modern(_ tool: String, _ change: String) -> String {
        "test_input_required_result_\(tool) \(change)"
    }

    private static func again(_ tool: String, _ change: String) -> String {
        "again:test_input_required_result_\(tool) \(change)"
    }
}
