import JSON
import MCP

extension ClientScene {
    /// What is repeated in headers, and what becomes of the schemas that say so.
    static let headers: [ClientScene] = [
        ClientScene("http-standard-headers", modern, standardHeaders),
        ClientScene("http-custom-headers", modern, SceneServer(tools: [annotated, sparse])).changed { scene in
            scene.context = { _ in ["toolCalls": toolCalls] }
        },
        ClientScene("http-invalid-tool-headers", modern, SceneServer(tools: [validTool] + invalidTools)),
        ClientScene("json-schema-ref-no-deref", modern, remoteReference),
        ClientScene("json-schema-2020-12-preservation", official, schemaEcho),
    ]

    /// Arguments that stand in a header as they are.
    static let plainArguments: [String: (header: String, value: JSONValue, text: String)] = [
        "region": ("Region", "us-west1", "us-west1"), "priority": ("Priority", 42, "42"),
        "verbose": ("Verbose", false, "false"), "debug": ("Debug", true, "true"),
        "method_val": ("Method", "test", "test"), "internal_space_val": ("InternalSpace", "us west 1", "us west 1"),
        "empty_val": ("EmptyVal", "", ""),
    ]

    /// Arguments that no header can carry as they are.
    static let unsafeArguments: [String: (header: String, value: String)] = [
        "non_ascii_val": ("NonAscii", "日本語"), "whitespace_val": ("Whitespace", " padded "),
        "leading_space_val": ("LeadingSpace", " us-west1"), "trailing_space_val": ("TrailingSpace", "us-west1 "),
        "control_char_val": ("ControlChar", "line1\nline2"), "crlf_val": ("CrLf", "line1\r\nline2"),
        "tab_val": ("Tab", "\tindented"),
    ]

    static let validTool = SceneServer.tool("valid_tool", ["region": ["type": "string", "x-mcp-header": "Region"]])

    /// A remote schema that nobody may fetch.
    static let canaryPath = "/canary/profile-schema.json"

    private static let annotated: JSONValue = {
        var properties: JSONObject = ["query": ["type": "string"], "float_val": ["type": "number"]]
        for (name, argument) in plainArguments.sorted(by: { $0.key < $1.key }) {
            let type: JSONValue =
                switch argument.value {
                case .bool: "boolean"
                case .number: "integer"
                default: "string"
                }
            properties[name] = ["type": type, "x-mcp-header": .string(argument.header)]
        }
        for (name, argument) in unsafeArguments.sorted(by: { $0.key < $1.key }) {
            properties[name] = ["type": "string", "x-mcp-header": .string(argument.header)]
        }
        return SceneServer.tool("test_custom_headers", properties, required: ["region", "priority", "query"])
    }()

    private static let sparse = SceneServer.tool(
        "test_custom_headers_null",
        [
            "region": ["type": "string", "x-mcp-header": "Region"],
            "priority": ["type": "integer", "x-mcp-header": "Priority"],
            "verbose": ["type": "boolean", "x-mcp-header": "Verbose"], "query": ["type": "string"],
        ],
        required: ["region", "priority", "query"]
    )

    private static let toolCalls: JSONValue = {
        var arguments: JSONObject = ["query": "SELECT 1", "float_val": 3.5]
        for (name, argument) in plainArguments.sorted(by: { $0.key < $1.key }) { arguments[name] = argument.value }
        for (name, argument) in unsafeArguments.sorted(by: { $0.key < $1.key }) {
            arguments[name] = .string(argument.value)
        }
        return [
            ["name": "test_custom_headers", "arguments": .object(arguments)],
            [
                "name": "test_custom_headers_null",
                "arguments": ["region": "us-east1", "priority": 1, "verbose": nil, "query": "SELECT 1"],
            ],
        ]
    }()

    private static let invalidTools: [JSONValue] = {
        let broken: [(String, JSONObject)] = [
            ("invalid_empty_header", ["a": ["type": "string", "x-mcp-header": ""]]),
            ("invalid_object_header", ["a": ["type": "object", "x-mcp-header": "A"]]),
            ("invalid_array_header", ["a": ["type": "array", "x-mcp-header": "A"]]),
            (
                "invalid_duplicate_diff_case",
                ["a": ["type": "string", "x-mcp-header": "A"], "b": ["type": "string", "x-mcp-header": "a"]]
            ),
            ("invalid_space_in_name", ["a": ["type": "string", "x-mcp-header": "A B"]]),
            ("invalid_colon_in_name", ["a": ["type": "string", "x-mcp-header": "A:B"]]),
            ("invalid_non_ascii_name", ["a": ["type": "string", "x-mcp-header": "Ä"]]),
            ("invalid_control_char_name", ["a": ["type": "string", "x-mcp-header": "A\n"]]),
        ]
        return broken.map { SceneServer.tool($0.0, $0.1) }
    }()

    private static let standardHeaders = SceneServer(
        capabilities: ["tools": [:], "resources": [:], "prompts": [:]],
        tools: [SceneServer.tool("test_headers"), SceneServer.tool("my-hyphenated-tool")]
    ) { turn, _, revision in
        switch turn.rpc {
        case "resources/list":
            let resources: JSONValue = [["uri": "file:///path/to/file%20name.txt", "name": "A file with spaces"]]
            return .result(["resources": resources], to: turn, in: revision)
        case "resources/read": return .result(["contents": []], to: turn, in: revision)
        case "prompts/list": return .result(["prompts": [["name": "test_prompt"]]], to: turn, in: revision)
        case "prompts/get": return .result(["messages": []], to: turn, in: revision)
        default: return nil
        }
    }

    private static let remoteReference = SceneServer { turn, _, revision in
        if turn.path == canaryPath { return SceneReply(text: #"{"type":"object"}"#) }
        guard turn.rpc == "tools/list" else { return nil }
        let canary = "http://\(turn.field("Host") ?? "127.0.0.1")\(canaryPath)"
        let schema: JSONValue = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
            "$defs": ["userId": ["type": "string"]],
            "properties": ["id": ["$ref": "#/$defs/userId"], "profile": ["$ref": .string(canary)]],
        ]
        let tool: JSONValue = ["name": "lookup_user", "description": "Looks up a user", "inputSchema": schema]
        return .result(["tools": [tool]], to: turn, in: revision)
    }

    /// A schema with everything that a client might drop on the way.
    static let richSchema: JSONValue = [
        "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
        "$defs": ["address": ["$anchor": "place", "type": "object", "properties": ["street": ["type": "string"]]]],
        "properties": [
            "name": ["type": "string"], "address": ["$ref": "#/$defs/address"], "kind": ["enum": ["home", "work"]],
        ],
        "allOf": [["anyOf": [["required": ["name"]], ["required": ["address"]]]]],
        "if": ["properties": ["kind": ["const": "work"]]], "then": ["required": ["name"]], "else": [:],
        "additionalProperties": false,
    ]

    private static let schemaEcho = SceneServer(tools: [
        [
            "name": "json_schema_2020_12_tool", "description": "Has a schema of many keywords",
            "inputSchema": richSchema,
        ],
        SceneServer.tool("json_schema_echo", ["schema": ["type": "object"]], required: ["schema"]),
    ])
}
