import JSON
import MCP
import MCPHTTP
import Testing

extension ServerScenario {
    /// What only makes sense over HTTP.
    static let transport: [ServerScenario] = [
        ServerScenario("dns-rebinding-protection", only: .http) { scene in
            try await withEverything { address in
                let evil = try await probe(scene, address, host: "evil.example.com")
                #expect((400..<500).contains(evil.status))
                let good = try await probe(scene, address, host: "127.0.0.1:\(address.origin.port)")
                #expect((200..<300).contains(good.status))
                let local = try await probe(scene, address, host: "localhost:\(address.origin.port)")
                #expect((200..<300).contains(local.status))
            }
        },
        ServerScenario("server-sse-multiple-streams", only: .http) { scene in
            try await withEverything { address in
                let fields = try await sessionFields(scene, address)
                try await withThrowingTaskGroup(of: RawPost.self) { group in
                    for id in 1000..<1003 {
                        group.addTask { try await list(scene, address, fields, id: id) }
                    }
                    for try await reply in group {
                        #expect(reply.status == 200)
                        #expect(reply.messages.contains { $0["result"]?["tools"] != nil })
                    }
                }
            }
        },
        ServerScenario("server-session-lifecycle", only: .http) { scene in
            try await withEverything { address in
                let fields = try await sessionFields(scene, address)
                let ended = try await RawPost.send(address, method: "DELETE", fields: fields)
                #expect((200..<300).contains(ended.status))
                #expect(try await list(scene, address, fields, id: 2).status == 404)
            }
        },
        ServerScenario("server-sse-polling", only: .http) { scene in
            try await withEverything { address in
                let fields = try await sessionFields(scene, address)
                let body: JSONValue = [
                    "jsonrpc": "2.0", "id": 1, "method": "tools/call",
                    "params": ["name": "test_reconnection", "arguments": [:]],
                ]
                let reply = try await RawPost.send(address, body: body, fields: fields)
                #expect(reply.fields["content-type"]?.hasPrefix("text/event-stream") == true)
                let lines = reply.text.split(separator: "\n", omittingEmptySubsequences: false)
                let first = lines.prefix { !$0.isEmpty }
                #expect(first.contains { $0.hasPrefix("id:") } && first.contains { $0.hasPrefix("retry:") })
                #expect(first.allSatisfy { !$0.hasPrefix("data:") || $0.dropFirst(5).allSatisfy { $0 == " " } })
                #expect(!reply.messages.contains { $0["result"] != nil }, "the stream was closed before the answer")
                let names = lines.filter { $0.hasPrefix("id:") }
                let name = try #require(names.last).dropFirst(3).drop { $0 == " " }
                var again = fields
                again["Last-Event-ID"] = String(name)
                again["Accept"] = "text/event-stream"
                let resumed = try await RawPost.send(address, method: "GET", fields: again)
                let text = resumed.messages.last?["result"]?["content"]?[0]?["text"]
                #expect(text == "Reconnection test completed successfully")
            }
        },
        ServerScenario("http-header-validation", only: .http) { _ in
            try await withEverything { address in
                let wrong: [[String: String]] = [
                    ["Mcp-Method": "prompts/list"], ["Mcp-Method": ""], ["Mcp-Method": "TOOLS/LIST"],
                    ["MCP-Protocol-Version": "2025-11-25"], ["MCP-Protocol-Version": ""],
                ]
                for fields in wrong {
                    let reply = try await RawPost.modern(address, "tools/list", fields: fields)
                    #expect(reply.status == 400 && reply.answer["error"]?["code"] == -32020, "\(fields)")
                }
                let call: JSONObject = ["name": "test_simple_text", "arguments": [:]]
                for name in ["wrong", ""] {
                    let reply = try await RawPost.modern(address, "tools/call", call, fields: ["Mcp-Name": name])
                    #expect(reply.status == 400 && reply.answer["error"]?["code"] == -32020, "\(name)")
                }
                let padded = ["mcp-method": "  tools/list  "]
                #expect(try await RawPost.modern(address, "tools/list", fields: padded).status == 200)
            }
        },
        ServerScenario("http-custom-header-server-validation", only: .http) { _ in
            try await withEverything { address in
                let call: JSONObject = ["name": "test_header_params", "arguments": ["region": "us-west1"]]
                for value in ["us-west1", "=?base64?dXMtd2VzdDE=?="] {
                    let reply = try await RawPost.modern(
                        address,
                        "tools/call",
                        call,
                        fields: ["Mcp-Param-Region": value]
                    )
                    #expect(reply.status == 200, "\(value)")
                }
                for value in ["us-east1", "", "=?base64?dXMtd2VzdDE?=", "=?base64?SGVs!!!bG8=?="] {
                    let reply = try await RawPost.modern(
                        address,
                        "tools/call",
                        call,
                        fields: ["Mcp-Param-Region": value]
                    )
                    #expect(reply.status == 400 && reply.answer["error"]?["code"] == -32020, "\(value)")
                }
            }
        },
    ]

    private static func initialize(_ revision: ProtocolRevision) -> JSONValue {
        [
            "jsonrpc": "2.0", "id": 1, "method": "initialize",
            "params": [
                "protocolVersion": .string(revision.rawValue), "capabilities": [:],
                "clientInfo": ["name": "test", "version": "1"],
            ],
        ]
    }

    private static func probe(_ scene: Scene, _ address: HTTPAddress, host: String) async throws -> RawPost {
        let fields = ["Host": host, "Origin": "http://\(host)"]
        guard scene.revision.era == .legacy else {
            return try await RawPost.modern(address, "server/discover", fields: fields)
        }
        return try await RawPost.send(address, body: initialize(scene.revision), fields: fields)
    }

    /// The headers every further request has to have; legacy: those of a new session.
    private static func sessionFields(_ scene: Scene, _ address: HTTPAddress) async throws -> [String: String] {
        guard scene.revision.era == .legacy else { return [:] }
        let opened = try await RawPost.send(address, body: initialize(scene.revision))
        let session = try #require(opened.fields["mcp-session-id"])
        let fields = ["Mcp-Session-Id": session, "MCP-Protocol-Version": scene.revision.rawValue]
        let initialized: JSONValue = ["jsonrpc": "2.0", "method": "notifications/initialized"]
        let accepted = try await RawPost.send(address, body: initialized, fields: fields)
        #expect(accepted.status == 202)
        return fields
    }

    private static func list(
        _ scene: Scene,
        _ address: HTTPAddress,
        _ fields: [String: String],
        id: Int
    ) async throws -> RawPost {
        guard scene.revision.era == .legacy else { return try await RawPost.modern(address, "tools/list", id: id) }
        let body: JSONValue = ["jsonrpc": "2.0", "id": .number(JSONNumber(id)), "method": "tools/list", "params": [:]]
        return try await RawPost.send(address, body: body, fields: fields)
    }
}
