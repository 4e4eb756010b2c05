import JSON

/// The two texts that everything is measured on.
enum Corpus: String, CaseIterable {
    /// A tools/list result of about 100 KB.
    case toolsList = "tools-list"
    /// A tools/call request of 120 bytes.
    case toolsCall = "tools-call"

    var bytes: [UInt8] {
        switch self {
        case .toolsList: Self.listing(tools: 95).utf8()
        case .toolsCall: Array(Self.call.utf8)
        }
    }

    private static let call =
        #"{"jsonrpc":"2.0","id":17,"method":"tools/call","#
        + #""params":{"name":"search","arguments":{"query":"open issue","limit":20}}}"#

    private static func listing(tools count: Int) -> JSONValue {
        ["jsonrpc": "2.0", "id": 1, "result": ["tools": .array((1...count).map(tool))]]
    }

    private static func tool(_ number: Int) -> JSONValue {
        let sentence =
            "Searches the issues of a project and returns those that match the query, newest first. "
            + "Use it when the user asks for \"open\" work. "
        return [
            "name": "tool_\(number)",
            "title": "Tool number \(number)",
            "description": .string(sentence + sentence),
            "inputSchema": [
                "type": "object",
                "properties": [
                    "query": parameter("query", "string", "x"),
                    "limit": parameter("limit", "integer", 20),
                    "ratio": parameter("ratio", "number", 0.75),
                    "flag": parameter("flag", "boolean", true),
                    "cursor": parameter("cursor", "string", nil),
                ],
                "required": ["query", "limit"],
                "additionalProperties": false,
            ],
            "annotations": ["readOnlyHint": true, "destructiveHint": false, "openWorldHint": true],
        ]
    }

    private static func parameter(_ name: String, _ type: String, _ standard: JSONValue) -> JSONValue {
        [
            "type": .string(type),
            "description": "The \(name) to use for this call, as shown by the service",
            "default": standard,
        ]
    }
}
