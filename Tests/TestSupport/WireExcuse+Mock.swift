extension WireExcuse {
    /// What the faults of a mock break, by the names under which they are written.
    package static func of(_ writtenFaults: [String]) -> [WireExcuse] {
        writtenFaults.flatMap { written -> [WireExcuse] in
            let name = String(written.prefix { $0 != "=" && $0 != "@" && $0 != "," })
            return (rules[name] ?? []).sorted().map {
                WireExcuse($0, because: "the fault \(name) breaks it", isOptional: true)
            }
        }
    }

    /// Both names of the envelope of a result, and of an error: they changed with 2025-11-25.
    private static let result: Set<String> = ["JSONRPCResultResponse", "JSONRPCResponse"]
    private static let error: Set<String> = ["JSONRPCErrorResponse", "JSONRPCError"]

    /// A fault that is not here must keep to the schema.
    private static let rules: [String: Set<String>] = [
        "blank-lines": ["text"], "crash": ["text"], "deep-nesting": ["text"], "farewell": ["text"],
        "garbage-line": ["text"], "huge-line": ["text"], "invalid-utf8": ["text"], "nul": ["text"],
        "pretty-printed": ["text"], "stdout-banner": ["text"], "truncate": ["text"],
        "error-without-code": error, "wrong-jsonrpc": result.union(error), "null-id": result,
        "missing-result": ["JSONRPCMessage"], "patch": [anyRule],
        "result-and-error": result.union(error),
        "missing-result-type": result.union(["ListToolsResult", "CallToolResult", "DiscoverResult"]),
        "foreign-notification": ["method"], "notification-with-id": ["method"],
        "malformed-notification": ["LoggingMessageNotification", "ProgressNotification"],
        "malformed-request": ["PingRequest", "method"], "server-request": ["method"],
        "missing-capabilities": ["DiscoverResult", "InitializeResult"], "missing-server-info": ["InitializeResult"],
        "missing-content": ["CallToolResult"],
        "missing-input-schema": ["ListToolsResult"], "input-schema-type": ["ListToolsResult"],
    ]
}
