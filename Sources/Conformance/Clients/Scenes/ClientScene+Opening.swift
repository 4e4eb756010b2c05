import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP

extension ClientScene {
    /// How a client opens, and uses what it found.
    static let opening: [ClientScene] = [
        ClientScene("initialize", sessions, SceneServer(session: "scene")),
        ClientScene(
            "initialize (an unknown revision)",
            sessions,
            SceneServer { turn, _, _ in
                guard turn.rpc == "initialize" else { return nil }
                return .plain(
                    [
                        "protocolVersion": "1999-12-31", "capabilities": ["tools": [:]],
                        "serverInfo": ["name": "openwork-conform", "version": "1"],
                    ],
                    to: turn
                )
            }
        ),
        ClientScene("tools_call", streamable, SceneServer(tools: [SceneServer.sum])),
        ClientScene(
            "request-metadata",
            modern,
            SceneServer { turn, earlier, revision in
                guard turn.message["id"] != nil, !earlier.contains(where: { $0.message["id"] != nil }) else {
                    return nil
                }
                let asked = turn.field("MCP-Protocol-Version") ?? ""
                return .error(.unsupportedVersion(asked, supported: [revision]), status: 400, to: turn)
            }
        ),
        ClientScene(
            "elicitation-sep1034-client-defaults",
            ProtocolRevision.november2025...ProtocolRevision.november2025,
            SceneServer(kind: .endpoint(formSettings))
        ),
    ]

    /// What a form asks for, with the value that each field has by default.
    static let formDefaults: JSONObject = [
        "name": "John Doe", "age": 30, "score": 95.5, "status": "active", "verified": true,
    ]

    private static let formSettings = MCPEndpointSettings(
        configuration: toolsOnly,
        handlers: { _ in
            ServerHandlers { call throws(ErrorObject) in
                if call.context.method == "tools/list" {
                    return ["tools": [SceneServer.tool("test_client_elicitation_defaults")]]
                }
                let question: JSONObject = [
                    "message": "Please accept this form as it is", "requestedSchema": formSchema,
                ]
                _ = await call.request("elicitation/create", params: question)
                return ["content": [["type": "text", "text": "done"]]]
            }
        }
    )

    static let toolsOnly = ServerConfiguration(
        info: Implementation(name: "openwork-conform", version: ConformVersion.current),
        capabilities: ServerCapabilities(["tools": [:]]),
        methods: ["tools/list", "tools/call"]
    )

    private static let formSchema: JSONValue = [
        "type": "object",
        "properties": [
            "name": ["type": "string", "default": "John Doe"], "age": ["type": "integer", "default": 30],
            "score": ["type": "number", "default": 95.5],
            "status": ["type": "string", "enum": ["inactive", "active", "pending"], "default": "active"],
            "verified": ["type": "boolean", "default": true],
        ],
    ]
}
