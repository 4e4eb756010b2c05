import Conformance
import JSON
import MCP
import MockMCP

extension Twin {
    private static let legacy: [ProtocolRevision] = [.november2024, .march2025, .june2025, .november2025]

    /// The twins of all checks; a check that is missing here fails a test.
    static let all: [Twin] = initialize + wire + http + tools + call + features + stop

    private static let initialize: [Twin] = [
        Twin("INIT-HANDSHAKE", "initialize-error").changed { $0.revisions = legacy },
        Twin("INIT-HANDSHAKE", "patch=/result/supportedVersions:").in(.july2026),
        Twin("INIT-KNOWN-REVISION", "unknown-revision"),
        Twin("INIT-REVISION-KEPT").on(.sample.notifying(MockNotification("notifications/elicitation/complete")))
            .in(.november2024, .march2025, .june2025),
        Twin("INIT-REVISION-KEPT").on(.sample.notifying(MockNotification("notifications/subscriptions/acknowledged")))
            .in(.november2025),
        Twin("INIT-REVISION-KEPT", #"patch@method=tools/list,set=/error:{"code":-32022,"message":"no"}"#)
            .changed { $0.faults = ["list-error@code=-32022"] }.in(.july2026),
        Twin("INIT-SERVER-INFO", "missing-server-info"),
        Twin("INIT-SERVER-NAME", #"patch=/result/serverInfo/version:"""#).changed { $0.revisions = legacy },
        Twin("INIT-SERVER-NAME", #"patch=/result/_meta/io.modelcontextprotocol~1serverInfo/version:"""#).in(.july2026),
        Twin("INIT-CAPABILITIES", "missing-capabilities"),
        Twin("INIT-UNKNOWN-REVISION", "patch=/result/protocolVersion:1999-12-31").onlyLater()
            .changed { $0.revisions = legacy },
        Twin("INIT-UNKNOWN-REVISION", "accepts-any-revision").in(.july2026),
        Twin("INIT-PING", "patch@method=ping,set=/result:{\"late\":true}"),
        Twin("INIT-QUIET-START", "early-request"),
        Twin("INIT-REQUIRED-META", "accepts-missing-meta"),
        Twin("INIT-LEGACY-HINT", #"patch@method=initialize,set=/error:{"code":-32601,"message":"no"}"#)
            .on(.sample.speaking(.modern)),
    ]

    private static let wire: [Twin] = [
        Twin("WIRE-CLEAN-OUTPUT", "stdout-banner"),
        Twin("WIRE-CLEAN-OUTPUT", "garbage-line"),
        Twin("WIRE-NO-BLANK-LINES", "garbage-line@text="),
        Twin("WIRE-UTF8", "invalid-utf8@method=tools/call").silent(),
        Twin("WIRE-ONE-LINE", "pretty-printed@method=tools/call").silent(),
        Twin("WIRE-LINE-LIMIT", "huge-line@method=tools/call,bytes=2MB").silent(),
        Twin("WIRE-JSONRPC-VERSION", "wrong-jsonrpc@method=tools/call"),
        Twin("WIRE-NO-BATCH", "batch@method=tools/call"),
        Twin("WIRE-ANSWERED", "stall@method=tools/call").silent(),
        Twin("WIRE-ID-ECHO", "text-id@method=tools/call").silent(),
        Twin("WIRE-ANSWERED-ONCE", "duplicate-response@method=tools/call"),
        Twin("WIRE-ANSWER-SHAPE", "result-and-error@method=tools/call"),
        Twin("WIRE-RESULT-SHAPE", "missing-input-schema"),
        Twin("WIRE-ERROR-SHAPE", "error-without-code"),
        Twin("WIRE-NOTIFICATION-SHAPE").on(
            .sample.notifying(MockNotification("notifications/progress", ["progress": "x"]))
        ),
        Twin("WIRE-REQUEST-SHAPE", "early-request=sampling/createMessage", "patch=/params/messages:3"),
        Twin("WIRE-ERROR-CODES", "wrong-error-code=-32050"),
        Twin("WIRE-NO-SERVER-REQUESTS", "server-request"),
        Twin("WIRE-CLIENT-CAPABILITIES", "early-request=roots/list"),
    ]

    private static let tools: [Twin] = [
        Twin("TOOLS-DECLARED", "undeclared-tools"),
        Twin("TOOLS-LISTED", "list-error"),
        Twin("TOOLS-PRESENT", "patch=/result/tools:[]"),
        Twin("TOOLS-NAMES", "bad-tool-name"),
        Twin("TOOLS-UNIQUE-NAMES", "duplicate-tool-names"),
        Twin("TOOLS-DESCRIBED", "patch=/result/tools/0/description:"),
        Twin("TOOLS-INPUT-SCHEMA", "invalid-input-schema"),
        Twin("TOOLS-INPUT-SCHEMA", "input-schema-type"),
        Twin("TOOLS-OUTPUT-SCHEMA", "invalid-output-schema"),
        Twin("TOOLS-ANNOTATIONS", #"patch=/result/tools/0/annotations/readOnlyHint:"yes""#),
        Twin(
            "TOOLS-HEADERS",
            #"patch=/result/tools/0/inputSchema/properties:{"a":{"type":"string","x-mcp-header":"a b"}}"#
        ),
        Twin("TOOLS-STABLE-SET", "list-churn"),
        Twin("TOOLS-STABLE-ORDER", "unstable-order"),
        Twin("TOOLS-PAGES-END", "looping-cursor"),
        Twin("TOOLS-PAGES-END", "endless-pages"),
        Twin("TOOLS-BAD-CURSOR", "accepts-any-cursor").on(.sample.listing(pageSize: 1)),
    ]

    private static let call: [Twin] = [
        Twin("CALL-ANSWERED", "call-error"),
        Twin("CALL-CONTENT", "missing-content"),
        Twin("CALL-CONTENT", "patch=/result/content/0/type:html"),
        Twin("CALL-STRUCTURED", "wrong-structured-content"),
        Twin("CALL-STRUCTURED", "missing-structured-content"),
        Twin("CALL-STRUCTURED-TEXT", "patch=/result/content/0/text:done"),
        Twin("CALL-WRONG-ARGUMENTS", "accepts-wrong-arguments"),
        Twin("CALL-UNKNOWN-TOOL", "accepts-unknown-tool"),
        Twin("CALL-UNKNOWN-TOOL-CODE", "unknown-tool-as-result"),
        Twin("CALL-UNKNOWN-METHOD", "answers-unknown-method"),
        Twin("CALL-UNKNOWN-METHOD", "wrong-error-code"),
    ]

    private static let stop: [Twin] = [
        Twin("STOP-ON-CLOSE", "ignore-stdin-close").silent().asProcess().in(.november2025, .july2026),
        Twin("STOP-ON-SIGTERM", "ignore-stdin-close", "ignore-sigterm").silent().asProcess().in(.november2025),
        Twin("STOP-STATUS").asProcess("\"$MOCK\"; exit 3").in(.november2025),
        Twin("STOP-NO-LEFTOVERS", "grandchild").silent().asProcess().in(.november2025, .july2026),
        Twin("STOP-QUIET").asProcess("\"$MOCK\"; echo bye").in(.november2025, .july2026),
    ]
}
