extension FaultExpectation {
    /// Every row, those of one fault side by side.
    package static let all = life + harmlessLife + http + handshake + listing + calling + envelope + timing + bytes

    /// Start, end and pipes of the process.
    private static let life: [FaultExpectation] = [
        .init("exit-at-start", to: .exited, at: .handshake, over: [.stdio]),
        .init("exit-at-start", to: .closed, at: .handshake, over: [.memory]),
        // Elsewhere nobody sees a process end, nor hears its last words: nothing listens at its address.
        .init("exit-at-start", to: .refused, at: .connect, over: [.http]),
        .init(
            "exit-at-start,stderr=Error: API_KEY rejected: invalid token",
            to: .credentialInvalid,
            at: .handshake,
            over: [.stdio]
        ),
        .init("slow-start=300s", to: .timeout, at: .handshake, within: .start),
        .init("slow-start=150ms", to: .ok),
        .init("stall", to: .timeout, at: .handshake, within: .start),
        .init("stall=tools/list", to: .timeout, at: .list, within: .list),
        .init("stall=tools/call", to: .timeout, at: .probe, within: .probe),
        .init("exit-on=tools/list", to: .exited, at: .list, over: [.stdio]),
        .init("exit-on=tools/list", to: .closed, at: .list, over: [.memory, .http]),
        .init("exit-on=tools/list,code=0", to: .exited, at: .list, over: [.stdio]),
        .init("exit-on=tools/call", to: .exited, at: .probe, over: [.stdio]),
        .init("exit-on=tools/call", to: .closed, at: .probe, over: [.memory, .http]),
        .init("exit-on=tools/call,signal=9", to: .exited, at: .probe, over: [.stdio]),
        .init("half-open", to: .closed, at: .list, over: [.memory, .stdio]),
        // Without anybody behind it, a connection stays open where a pipe would end.
        .init("half-open", to: .timeout, at: .list, within: .list, over: [.http]),
        .init("half-open=0", to: .closed, at: .handshake, over: [.memory, .stdio]),
        .init("half-open=0", to: .timeout, at: .handshake, within: .start, over: [.http]),
        .init("exit-on-probe", to: .ok, over: [.stdio]),
        // Nobody starts it anew there.
        .init("exit-on-probe", to: .closed, at: .handshake, over: [.memory]),
        .init("exit-on-probe", to: .closed, at: .connect, over: [.http]),
        .init("silent-on-probe", to: .ok, within: .era, over: [.memory, .stdio]),
        // Over HTTP an old server refuses what it does not know: silence is no sign of one.
        .init("silent-on-probe", to: .timeout, at: .handshake, within: .start, over: [.http]),
    ]

    /// What a contact gets over, and what must leave nothing behind.
    private static let harmlessLife: [FaultExpectation] = [
        .init("stdout-banner", to: .ok, over: [.memory, .stdio]), .init("stderr-flood=1MB", to: .ok, over: [.stdio]),
        .init("ignore-stdin-close", to: .ok, over: [.memory, .stdio]),
        .init("ignore-sigterm", to: .ok, over: [.stdio, .http]),
        .init("farewell", to: .ok, over: [.memory, .stdio]), .init("unclean-exit", to: .ok, over: [.memory, .stdio]),
        .init("grandchild", to: .ok, over: [.stdio]), .init("grandchild-setsid", to: .ok, over: [.stdio]),
        .init("fork-bomb", to: .ok, over: [.stdio]),
    ]

    /// Status, fields and connection of HTTP: at first contact, and when only the probe meets them.
    private static let http: [FaultExpectation] = [
        .init("http-401", to: .credentialInvalid, at: .connect, over: [.http]),
        .init("http-401=none", to: .credentialInvalid, at: .connect, over: [.http]),
        .init("http-401,method=tools/call", to: .credentialInvalid, at: .probe, over: [.http]),
        .init("http-403", to: .scopeInsufficient, at: .connect, over: [.http]),
        .init("http-403=none", to: .scopeInsufficient, at: .connect, over: [.http]),
        .init("http-403,method=tools/call", to: .scopeInsufficient, at: .probe, over: [.http]),
        // A server of the stateless revision has no sessions to forget.
        .init("http-404-session", to: .ok, over: [.http]),
        .init("http-404-session,method=tools/list,times=1", with: "discover-error", to: .ok, over: [.http]),
        .init("http-404-session,method=tools/list", with: "discover-error", to: .closed, at: .list, over: [.http]),
        .init("http-429", to: .rateLimited, at: .connect, over: [.http]),
        .init("http-429=30,as=date", to: .rateLimited, at: .connect, over: [.http]),
        .init("http-429,method=tools/call", to: .rateLimited, at: .probe, over: [.http]),
        .init("http-5xx", to: .vendorError, at: .connect, over: [.http]),
        .init("http-5xx=500", to: .vendorError, at: .connect, over: [.http]),
        .init("http-5xx=502,method=tools/call", to: .vendorError, at: .probe, over: [.http]),
        .init("http-redirect", to: .notMCP, at: .connect, over: [.http]),
        .init("http-redirect=/mcp", to: .notMCP, at: .connect, over: [.http]),
        // An answer that reads as one is one, whatever it is called; a stream of events cannot be told from a page.
        .init("http-content-type", to: .ok, over: [.http]), .init("http-content-type=none", to: .ok, over: [.http]),
        .init("http-content-type", with: "duplicate-response", to: .notMCP, at: .connect, over: [.http]),
        .init(
            "http-content-type,method=tools/call",
            with: "duplicate-response",
            to: .notMCP,
            at: .probe,
            over: [.http]
        ),
        .init("http-endless-stream", to: .ok, over: [.http]),
        .init("http-endless-stream=no,method=tools/call", to: .timeout, at: .probe, within: .probe, over: [.http]),
        .init("close", to: .closed, at: .connect, over: [.http]),
        .init("close,method=tools/call", to: .closed, at: .probe, over: [.http]),
        .init("reset", to: .closed, at: .connect, over: [.http]),
        .init("reset,method=tools/call", to: .closed, at: .probe, over: [.http]),
    ]

    private static let handshake: [FaultExpectation] = [
        .init(
            "initialize-error=-32603,message=Internal error",
            with: "discover-error",
            to: .protocolError,
            at: .handshake
        ),
        .init(
            "initialize-error=-32603,message=401 Unauthorized: invalid API key",
            with: "discover-error",
            to: .credentialInvalid,
            at: .handshake
        ),
        .init("discover-error", to: .ok), .init("unknown-revision", to: .protocolError, at: .handshake),
        .init("missing-capabilities", to: .protocolError, at: .handshake), .init("missing-server-info", to: .ok),
        .init("undeclared-tools", to: .ok), .init("early-request", to: .ok), .init("no-ping", to: .ok),
        .init("ping-error", to: .ok), .init("no-legacy-hint", to: .ok), .init("accepts-any-revision", to: .ok),
        .init("accepts-missing-meta", to: .ok),
    ]

    private static let listing: [FaultExpectation] = [
        .init("list-error", to: .vendorError, at: .list),
        .init("list-error=-32001,message=Unauthorized: invalid token", to: .credentialInvalid, at: .list),
        .init("duplicate-tool-names", to: .ok), .init("bad-tool-name", to: .ok),
        .init("missing-input-schema", to: .protocolError, at: .list, needs: .tools),
        .init("invalid-input-schema", to: .ok), .init("input-schema-type", to: .ok),
        .init("invalid-output-schema", to: .ok), .init("unstable-order", to: .ok), .init("list-churn", to: .ok),
        .init("endless-pages", to: .protocolError, at: .list), .init("looping-cursor", to: .protocolError, at: .list),
        .init("accepts-any-cursor", to: .ok),
    ]

    private static let calling: [FaultExpectation] = [
        .init("call-error", to: .vendorError, at: .probe),
        .init("call-error=-32603,message=API error: 401 Unauthorized", to: .credentialInvalid, at: .probe),
        .init("call-error=-32603,message=The access token expired", to: .credentialExpired, at: .probe),
        .init("call-error=-32603,message=429 Too Many Requests", to: .rateLimited, at: .probe),
        .init("call-error=-32042,message=Log in first", to: .credentialMissing, at: .probe),
        .init("expired-token", to: .ok), .init("expired-token=0", to: .credentialExpired, at: .probe),
        .init("auth-error-as-result", to: .credentialInvalid, at: .probe),
        .init(#"auth-error-as-result={"error":"token_expired"}"#, to: .credentialExpired, at: .probe),
        .init(
            #"auth-error-as-result={"error":{"code":403,"message":"Forbidden"}}"#,
            to: .scopeInsufficient,
            at: .probe
        ),
        .init(#"auth-error-as-result={"error":{"code":429,"message":"slow down"}}"#, to: .rateLimited, at: .probe),
        .init(#"auth-error-as-result={"error":{"code":503,"message":"down"}}"#, to: .vendorError, at: .probe),
        .init("missing-content", to: .protocolError, at: .probe),
        .init("wrong-structured-content", to: .ok, needs: .noAssertion),
        .init("missing-structured-content", to: .ok, needs: .noAssertion),
        .init("contradicting-text", to: .ok, needs: .noAssertion),
        .init("accepts-unknown-tool", to: .ok), .init("unknown-tool-as-result", to: .ok),
        .init("accepts-wrong-arguments", to: .ok), .init("answers-unknown-method", to: .ok),
        .init("wrong-error-code", to: .ok), .init("drops-unknown-method", to: .ok, within: .era),
    ]

    private static let envelope: [FaultExpectation] = [
        .init("wrong-id,method=tools/call", to: .protocolError, at: .probe, within: .probe),
        .init("null-id,method=tools/call", to: .protocolError, at: .probe, within: .probe),
        .init("text-id,method=tools/call", to: .protocolError, at: .probe, within: .probe),
        .init("duplicate-response", to: .ok),
        .init("missing-result,method=tools/call", to: .protocolError, at: .probe, within: .probe),
        .init("result-and-error,method=tools/call", to: .protocolError, at: .probe, within: .probe),
        .init("error-without-code", to: .ok),
        .init("wrong-jsonrpc,method=tools/call", to: .protocolError, at: .probe, within: .probe),
        .init("missing-result-type", to: .ok), .init("notification-with-id", to: .ok),
        .init("malformed-notification", to: .ok), .init("foreign-notification", to: .ok),
        .init("malformed-request", to: .ok), .init("server-request", to: .ok),
        .init("patch=/result/tools:none", to: .protocolError, at: .list),
    ]

    private static let timing: [FaultExpectation] = [
        .init("latency=50ms", to: .ok), .init("latency=5ms,jitter=100ms", to: .ok),
        .init("latency=12s,method=tools/call", to: .slow, at: .probe, within: .probe, over: [.memory]),
        .init("latency=300s,method=tools/call", to: .timeout, at: .probe, within: .probe),
        .init("reordered-responses=20ms", to: .ok),
    ]

    private static let bytes: [FaultExpectation] = [
        .init("garbage-line", to: .ok), .init("blank-lines", to: .ok, over: [.memory, .stdio]),
        .init("drip=512", to: .ok),
        .init("batch,method=tools/call", to: .protocolError, at: .probe, within: .probe),
        .init(
            "pretty-printed,method=tools/call",
            to: .protocolError,
            at: .probe,
            within: .probe,
            over: [.memory, .stdio]
        ),
        .init("invalid-utf8", to: .protocolError, at: .list, within: .list),
        .init("nul", to: .protocolError, at: .list, within: .list),
        .init("deep-nesting=2000", to: .protocolError, at: .list, within: .list),
        .init("deep-nesting", to: .protocolError, at: .list, within: .list, over: [.stdio, .http]),
        .init("huge-line=40KB", to: .protocolError, at: .list, within: .list),
        .init("truncate=40,method=tools/call", to: .closed, at: .probe),
        .init("crash=40,method=tools/call", to: .exited, at: .probe, over: [.stdio]),
        .init("crash=40,method=tools/call", to: .closed, at: .probe, over: [.memory, .http]),
    ]
}
