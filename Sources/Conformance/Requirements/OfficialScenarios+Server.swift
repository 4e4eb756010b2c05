import MCP

extension OfficialScenarios {
    /// All scenarios for servers, in the order of the suite.
    static let serverRows: [ServerRow] = tools + resources + prompts + transport + inputs + tasks

    private static let tools: [ServerRow] = [
        ServerRow("server-initialize", only: .november2025, "INIT-HANDSHAKE", "INIT-SERVER-INFO", "INIT-CAPABILITIES"),
        ServerRow("server-stateless", only: .july2026, "INIT-REQUIRED-META", "INIT-UNKNOWN-REVISION", "HTTP-STATELESS"),
        ServerRow("logging-set-level", only: .november2025, "UTIL-LOG-LEVEL", "UTIL-LOG-BAD-LEVEL"),
        ServerRow("ping", only: .november2025, "INIT-PING"),
        ServerRow("completion-complete", "UTIL-COMPLETION"),
        ServerRow("tools-list", "TOOLS-LISTED", "TOOLS-DESCRIBED", "TOOLS-INPUT-SCHEMA"),
        ServerRow("tools-call-simple-text", "CALL-ANSWERED", "CALL-CONTENT"),
        ServerRow("tools-call-image", "CALL-IMAGE"),
        ServerRow("tools-call-audio", "CALL-AUDIO"),
        ServerRow("tools-call-embedded-resource", "CALL-EMBEDDED"),
        ServerRow("tools-call-mixed-content", "CALL-MIXED"),
        ServerRow("tools-call-with-logging", only: .november2025, "UTIL-LOG-MESSAGES"),
        ServerRow("tools-call-error", "CALL-FAILED"),
        ServerRow("tools-call-with-progress", "UTIL-PROGRESS"),
        ServerRow("tools-call-sampling", only: .november2025, "ASK-SAMPLING"),
        ServerRow("tools-call-elicitation", only: .november2025, "ASK-ELICITATION"),
        ServerRow("elicitation-sep1034-defaults", only: .november2025, "ASK-DEFAULTS"),
        ServerRow("elicitation-sep1330-enums", only: .november2025, "ASK-ENUMS"),
        ServerRow("caching", only: .july2026, "UTIL-CACHING"),
        ServerRow("json-schema-2020-12", unscored: true, "TOOLS-INPUT-SCHEMA"),
    ]

    private static let resources: [ServerRow] = [
        ServerRow("resources-list", "RES-LISTED"),
        ServerRow("resources-read-text", "RES-READ"),
        ServerRow("resources-read-binary", "RES-BINARY"),
        ServerRow("resources-templates-read", "RES-TEMPLATES", "RES-TEMPLATE-READ"),
        ServerRow("resources-subscribe", only: .november2025, "RES-SUBSCRIBED"),
        ServerRow("resources-unsubscribe", only: .november2025, "RES-UNSUBSCRIBED"),
        ServerRow("sep-2164-resource-not-found", only: .july2026, "RES-UNKNOWN"),
    ]

    private static let prompts: [ServerRow] = [
        ServerRow("prompts-list", "PROMPT-LISTED"),
        ServerRow("prompts-get-simple", "PROMPT-GET"),
        ServerRow("prompts-get-with-args", "PROMPT-FILLED"),
        ServerRow("prompts-get-embedded-resource", "PROMPT-EMBEDDED"),
        ServerRow("prompts-get-with-image", "PROMPT-IMAGE"),
    ]

    private static let transport: [ServerRow] = [
        ServerRow("server-sse-multiple-streams", "HTTP-PARALLEL"),
        ServerRow("dns-rebinding-protection", "HTTP-ORIGIN", "HTTP-HOST"),
        ServerRow(
            "server-session-lifecycle",
            only: .november2025,
            unscored: true,
            "HTTP-DELETE",
            "HTTP-SESSION-ENDED"
        ),
        ServerRow("server-sse-polling", only: .november2025, unscored: true, "HTTP-RESUME"),
        ServerRow(
            "http-header-validation",
            only: .july2026,
            unscored: true,
            "HTTP-METHOD-REQUIRED",
            "HTTP-METHOD-MATCHES",
            "HTTP-NAME-MATCHES"
        ),
        ServerRow(
            "http-custom-header-server-validation",
            only: .july2026,
            unscored: true,
            "HTTP-PARAMETER-MATCHES"
        ),
    ]

    private static let inputs: [ServerRow] = [
        input("basic-elicitation", "ASK-ELICITATION"),
        input("basic-sampling", "ASK-SAMPLING"),
        input("basic-list-roots", "ASK-ROOTS"),
        input("request-state", "ASK-STATE"),
        input("multiple-input-requests", "ASK-SEVERAL"),
        input("multi-round", "ASK-ROUNDS"),
        input("missing-input-response", "ASK-REPEATED"),
        input("non-tool-request", "ASK-IN-PROMPT"),
        input("result-type", "WIRE-RESULT-SHAPE", "ASK-ELICITATION"),
        input("unsupported-methods", "ASK-NOT-IN-LISTS"),
        input("tampered-state", "ASK-TAMPERED"),
        input("capability-check", "ASK-CAPABILITY"),
        input("ignore-extra-params", "ASK-EXTRA"),
        input("validate-input", "ASK-VALIDATED"),
    ]

    private static func input(_ name: String, _ checks: CheckID...) -> ServerRow {
        ServerRow("input-required-result-\(name)", only: .july2026, isRequired: true, checks: checks)
    }

    /// The extension about tasks, which the suite never scores: its own tests prove it of our server.
    private static let tasks: [ServerRow] = [
        "lifecycle", "capability-negotiation", "wire-fields", "request-state-removal", "mrtr-input", "request-headers",
        "dispatch-and-envelope", "status-notifications", "required-task-error", "mrtr-composition",
    ]
    .map { ServerRow("tasks-\($0)", only: .july2026, isRequired: false, checks: []) }
}
