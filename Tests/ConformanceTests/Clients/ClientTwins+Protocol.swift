import Conformance
import HTTPTypes
import JSON
import MCP
import MCPHTTP

extension ClientTwin {
    static let opening: [ClientTwin] = [
        ClientTwin("CLIENT-INIT-FIRST", .params("initialize") { $0["clientInfo"] = nil }),
        ClientTwin("CLIENT-INIT-VERSION", .params("initialize") { $0["protocolVersion"] = "1999-12-31" }),
        ClientTwin("CLIENT-INIT-READY", ClientTampering(drops: { $0.rpc == "notifications/initialized" })),
        ClientTwin("CLIENT-INIT-PART", .after("initialize") { $0.message(nil) { $0["method"] = "tools/list" } }),
        ClientTwin(
            "CLIENT-TOOLS-CALLED",
            .params("tools/call") { $0["arguments"] = ["a": "1", "b": "2"] }
        ),
        ClientTwin("CLIENT-META-SENT", meta { $0[MetaKey.clientCapabilities] = nil }),
        ClientTwin("CLIENT-META-NAME", meta { $0[MetaKey.clientInfo] = nil }),
        ClientTwin(
            "CLIENT-META-RETRY",
            .answers { call, answer in
                guard answer.status == 400, var document = answer.document else { return }
                document["error"] = ["code": -32603, "message": "no"]
                answer.document = document
            }
        ),
        ClientTwin(
            "CLIENT-ASK-DEFAULTS",
            .requests { call in
                guard call.isToServer, var message = call.json.objectValue,
                    message["result"]?["action"] != nil
                else { return }
                message["result"] = ["action": "accept", "content": [:]]
                call.body = JSONValue.object(message).utf8()
            }
        ),
        ClientTwin("CLIENT-ENDS", ClientTampering(ending: .exited(3, words: "")), in: "tools_call"),
    ]

    static let posting: [ClientTwin] = [
        ClientTwin("CLIENT-HTTP-ACCEPT", .header("Accept", "application/json")),
        ClientTwin(
            "CLIENT-HTTP-ONE-MESSAGE",
            .requests { if $0.isToServer, !$0.body.isEmpty { $0.body = Array("[".utf8) + $0.body + Array("]".utf8) } }
        ),
        ClientTwin(
            "CLIENT-HTTP-NO-ANSWERS",
            .after("tools/list") { $0.body = Array(#"{"jsonrpc":"2.0","id":"q","result":{}}"#.utf8) }
        ),
        ClientTwin("CLIENT-WIRE-SHAPE", .params("tools/list") { $0["cursor"] = 3 }),
        ClientTwin("CLIENT-WIRE-IDS", .after("tools/list")),
        ClientTwin("CLIENT-HTTP-VERSION", .header("MCP-Protocol-Version", nil)),
        ClientTwin("CLIENT-HTTP-SESSION", .header("Mcp-Session-Id", nil)),
        ClientTwin("CLIENT-HTTP-SESSION-NEW", .answers { if $1.status == 404 { $1.status = 500 } }),
        ClientTwin("CLIENT-HTTP-SESSION-END", ClientTampering(drops: { $0.method == .delete })),
    ]

    static let streams: [ClientTwin] = [
        ClientTwin(
            "CLIENT-HTTP-STREAM-READ",
            .answers { _, answer in
                guard answer.fields[.contentType] == "text/event-stream",
                    let first = answer.text.firstRange(of: "\r\ndata: ")
                else { return }
                answer.text.removeSubrange(first)
                answer.text = answer.text.replacing("{", with: "[")
            }
        ),
        ClientTwin("CLIENT-HTTP-RESUME", .header("Last-Event-ID", nil, on: .get)),
        ClientTwin("CLIENT-HTTP-RETRY", .answers { $1.text = $1.text.replacing("retry: 500", with: "retry: 1") }),
        ClientTwin("CLIENT-HTTP-GET-ACCEPT", .header("Accept", "application/json", on: .get)),
        ClientTwin("CLIENT-HTTP-ONCE", .after("tools/call")),
        ClientTwin("CLIENT-HTTP-SSE", .header("Accept", "application/json", on: .get)),
    ]

    static let headers: [ClientTwin] = [
        ClientTwin("CLIENT-HEADER-METHOD", .header("Mcp-Method", nil)),
        ClientTwin("CLIENT-HEADER-NAME", .header("Mcp-Name", "TEST_HEADERS")),
        ClientTwin("CLIENT-HEADER-PARAM", .header("Mcp-Param-Priority", nil)),
        ClientTwin("CLIENT-HEADER-ENCODED", .header("Mcp-Param-NonAscii", "%E6%97%A5")),
        ClientTwin("CLIENT-HEADER-NULL", .header("Mcp-Param-Verbose", "null")),
        ClientTwin("CLIENT-HEADER-ONLY", .header("Mcp-Param-Query", "SELECT 1")),
        ClientTwin(
            "CLIENT-HEADER-INVALID",
            .after("tools/call") { call in
                call.message(nil) { $0["params"] = ["name": "invalid_empty_header", "arguments": [:]] }
            }
        ),
        ClientTwin(
            "CLIENT-SCHEMA-NO-FETCH",
            .after("tools/list") { call in
                call = HTTPCall(.get, HTTPAddress(origin: call.address.origin, path: "/canary/profile-schema.json"))
            }
        ),
        ClientTwin(
            "CLIENT-SCHEMA-KEPT",
            .params("tools/call") { params in
                guard var schema = params["arguments"]?["schema"]?.objectValue else { return }
                schema["$defs"] = nil
                params["arguments"] = ["schema": .object(schema)]
            }
        ),
    ]

    static let rounds: [ClientTwin] = [
        ClientTwin(
            "CLIENT-INPUT-ANSWERED",
            .params("tools/call") { params in
                guard let answer = params["inputResponses"]?["confirm"] else { return }
                params["inputResponses"] = ["another": answer]
            }
        ),
        ClientTwin(
            "CLIENT-INPUT-STATE",
            .params("tools/call") { params in
                let state = params["requestState"]?.stringValue.flatMap { try? JSONValue(parsing: $0) }
                if let state { params["requestState"] = .string(state.text()) }
            }
        ),
        ClientTwin(
            "CLIENT-INPUT-NO-STATE",
            .params("tools/call") { if $0["name"] == "test_mrtr_no_state" { $0["requestState"] = "another" } }
        ),
        ClientTwin(
            "CLIENT-INPUT-NEW-ID",
            ClientTampering(further: { call in
                guard call.tool == "test_mrtr_echo_state", call.json["params"]?["inputResponses"] == nil else {
                    return nil
                }
                var again = call
                again.message(nil) { message in
                    var params = message["params"]?.objectValue ?? [:]
                    params["inputResponses"] = ["confirm": ["action": "accept", "content": [:]]]
                    message["params"] = .object(params)
                }
                return again
            })
        ),
        ClientTwin(
            "CLIENT-INPUT-APART",
            .params("tools/call") { if $0["name"] == "test_mrtr_unrelated" { $0["requestState"] = "the last one" } }
        ),
        ClientTwin("CLIENT-INPUT-COMPLETE", .after("tools/call")),
    ]

    private static func meta(_ change: @escaping @Sendable (inout JSONObject) -> Void) -> ClientTampering {
        .params("tools/list") { params in
            var meta = params["_meta"]?.objectValue ?? [:]
            change(&meta)
            params["_meta"] = .object(meta)
        }
    }
}
