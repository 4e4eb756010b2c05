import MCP

/// The scenarios that the official suite requires of an implementation, by the ids of `requirements/*.yaml`.
enum RequiredScenarios {
    static let server: [ProtocolRevision: [String]] = [
        .november2025: [
            "server-initialize", "logging-set-level", "ping", "completion-complete", "tools-list",
            "tools-call-simple-text", "tools-call-image", "tools-call-audio", "tools-call-embedded-resource",
            "tools-call-mixed-content", "tools-call-with-logging", "tools-call-error", "tools-call-with-progress",
            "tools-call-sampling", "tools-call-elicitation", "elicitation-sep1034-defaults",
            "server-sse-multiple-streams", "elicitation-sep1330-enums", "resources-list", "resources-read-text",
            "resources-read-binary", "resources-templates-read", "resources-subscribe", "resources-unsubscribe",
            "prompts-list", "prompts-get-simple", "prompts-get-with-args", "prompts-get-embedded-resource",
            "prompts-get-with-image", "dns-rebinding-protection",
        ],
        .july2026: [
            "server-stateless", "completion-complete", "tools-list", "tools-call-simple-text", "tools-call-image",
            "tools-call-audio", "tools-call-embedded-resource", "tools-call-mixed-content", "tools-call-error",
            "tools-call-with-progress", "server-sse-multiple-streams", "resources-list", "resources-read-text",
            "resources-read-binary", "resources-templates-read", "sep-2164-resource-not-found", "prompts-list",
            "prompts-get-simple", "prompts-get-with-args", "prompts-get-embedded-resource", "prompts-get-with-image",
            "dns-rebinding-protection", "caching", "input-required-result-basic-elicitation",
            "input-required-result-basic-sampling", "input-required-result-basic-list-roots",
            "input-required-result-request-state", "input-required-result-multiple-input-requests",
            "input-required-result-multi-round", "input-required-result-missing-input-response",
            "input-required-result-non-tool-request", "input-required-result-result-type",
            "input-required-result-unsupported-methods", "input-required-result-tampered-state",
            "input-required-result-capability-check", "input-required-result-ignore-extra-params",
            "input-required-result-validate-input",
        ],
    ]

    static let client: [ProtocolRevision: [String]] = [
        .november2025: [
            "initialize", "tools_call", "elicitation-sep1034-client-defaults", "sse-retry", "auth/metadata-default",
            "auth/metadata-var1", "auth/metadata-var2", "auth/metadata-var3", "auth/basic-cimd",
            "auth/scope-from-www-authenticate", "auth/scope-from-scopes-supported",
            "auth/scope-omitted-when-undefined", "auth/scope-step-up", "auth/scope-retry-limit",
            "auth/token-endpoint-auth-basic", "auth/token-endpoint-auth-post", "auth/token-endpoint-auth-none",
            "auth/pre-registration",
        ],
        .july2026: [
            "tools_call", "request-metadata", "auth/metadata-default", "auth/metadata-var1", "auth/metadata-var2",
            "auth/metadata-var3", "auth/basic-cimd", "auth/scope-from-www-authenticate",
            "auth/scope-from-scopes-supported", "auth/scope-omitted-when-undefined", "auth/scope-step-up",
            "auth/scope-retry-limit", "auth/token-endpoint-auth-basic", "auth/token-endpoint-auth-post",
            "auth/token-endpoint-auth-none", "auth/pre-registration", "auth/resource-mismatch",
            "auth/offline-access-scope", "auth/offline-access-not-supported", "auth/authorization-server-migration",
            "auth/iss-supported", "auth/iss-not-advertised", "auth/iss-supported-missing", "auth/iss-wrong-issuer",
            "auth/iss-unexpected", "auth/iss-normalized", "auth/metadata-issuer-mismatch",
            "sep-2322-client-request-state", "http-standard-headers", "http-custom-headers",
            "http-invalid-tool-headers", "json-schema-ref-no-deref",
        ],
    ]

    /// Run and reported by the suite, but not scored.
    static let optionalServer: [ProtocolRevision: [String]] = [
        .november2025: [
            "server-session-lifecycle", "json-schema-2020-12", "server-sse-polling",
        ],
        .july2026: [
            "tasks-lifecycle", "tasks-capability-negotiation", "tasks-wire-fields", "tasks-request-state-removal",
            "tasks-mrtr-input", "tasks-request-headers", "tasks-dispatch-and-envelope", "tasks-status-notifications",
            "tasks-required-task-error", "tasks-mrtr-composition", "json-schema-2020-12", "http-header-validation",
            "http-custom-header-server-validation",
        ],
    ]

    static let optionalClient: [ProtocolRevision: [String]] = [
        .november2025: [
            "auth/client-credentials-jwt", "auth/client-credentials-basic", "auth/enterprise-managed-authorization",
            "auth/dpop", "auth/dpop-nonce", "auth/wif-jwt-bearer", "json-schema-2020-12-preservation",
        ],
        .july2026: [
            "auth/client-credentials-jwt", "auth/client-credentials-basic", "auth/enterprise-managed-authorization",
            "auth/dpop", "auth/dpop-nonce", "auth/wif-jwt-bearer", "json-schema-2020-12-preservation",
        ],
    ]
}
