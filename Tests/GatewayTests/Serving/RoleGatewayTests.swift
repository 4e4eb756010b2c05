import Gateway
import JSON
import MCP
import MCPConnection
import MockEverything
import TestSupport
import Testing

/// Both eras on both sides.
struct Meeting: Sendable, CustomTestStringConvertible {
    let client: ProtocolRevision
    let server: ProtocolRevision

    var testDescription: String { "\(client) client, \(server) server" }

    static let eras: [Meeting] = [ProtocolRevision.november2025, .july2026].flatMap { client in
        [ProtocolRevision.november2025, .july2026].map { Meeting(client: client, server: $0) }
    }

    static let all: [Meeting] = ProtocolRevision.allCases.flatMap { client in
        ProtocolRevision.allCases.map { Meeting(client: client, server: $0) }
    }
}

@Suite("The endpoint of a role", .timeLimit(.minutes(1)))
struct RoleGatewayTests {
    private static func with<Value: Sendable>(
        _ meeting: Meeting,
        policy: RolePolicy = RolePolicy(),
        handlers: ClientHandlers = PlayedUser().handlers,
        _ body: @escaping @Sendable (Client, GatewayStage) async throws -> Value
    ) async throws -> Value {
        let scene = UpstreamScene("everything", meeting.server)
        return try await GatewayStage.with([scene], policy: policy) { stage in
            try await stage.client(meeting.client, handlers: handlers) { client in try await body(client, stage) }
        }
    }

    @Test("passes every tool, prompt and resource on, whichever revisions meet", arguments: Meeting.all)
    func everything(meeting: Meeting) async throws {
        try await Self.with(meeting) { client, _ in
            for tool in try await client.list("tools/list", items: "tools") {
                var arguments = JSONObject()
                for name in tool["inputSchema"]?["required"]?.arrayValue ?? [] {
                    arguments[name.stringValue ?? ""] = "x"
                }
                if tool["name"] == "json_schema_2020_12_tool" { arguments = ["email": "someone@example.com"] }
                let params: Members = ["name": tool["name"] ?? .null, "arguments": .object(arguments)]
                // A client of an old revision cannot be asked everything; then the tool fails, and says why.
                let outcome = await client.outcomeAfterInputs(of: "tools/call", params: params)
                #expect(outcome.isAnswer, "\(tool["name"] ?? .null): \(outcome)")
            }
            for prompt in try await client.list("prompts/list", items: "prompts") {
                var params: JSONObject = ["name": prompt["name"] ?? .null]
                let names = (prompt["arguments"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
                if !names.isEmpty { params["arguments"] = .object(JSONObject(names.map { ($0, "x") })) }
                let outcome = await client.outcomeAfterInputs(of: "prompts/get", params: Members(params))
                #expect(outcome.isAnswer, "\(prompt["name"] ?? .null): \(outcome)")
            }
            for resource in try await client.list("resources/list", items: "resources") {
                _ = try await client.request("resources/read", params: ["uri": resource["uri"] ?? .null])
            }
            let templates = try await client.list("resources/templates/list", items: "resourceTemplates")
            #expect(templates.map { $0["uriTemplate"] } == ["test://template/{id}/data"])
            let read = try await client.request("resources/read", params: ["uri": "test://template/7/data"])
            #expect(read.value["contents"]?[0]?["uri"] == "test://template/7/data")
        }
    }

    @Test("asks a client what the server asks, in the way of the client's era", arguments: Meeting.eras)
    func asking(meeting: Meeting) async throws {
        try await Self.with(meeting) { client, stage in
            let tools =
                [
                    ("test_sampling", ["prompt": "?"], "LLM response: This is an answer of no model."),
                    ("test_input_required_result_elicitation", [:], "Hello, text!"),
                    ("test_input_required_result_list_roots", [:], #"Roots: [{"uri":"file:///tmp","name":"tmp"}]"#),
                    ("test_input_required_result_request_state", [:], "state-ok: confirmed"),
                    ("test_input_required_result_multi_round", [:], "text likes text."),
                ] as [(String, JSONValue, JSONValue)]
            for (tool, arguments, expected) in tools {
                let params: Members = ["name": .string(tool), "arguments": arguments]
                let result = try await client.requestWithInputs("tools/call", params: params).value
                #expect(result["content"]?[0]?["text"] == expected, "\(tool)")
            }
            let several = "test_input_required_result_multiple_inputs"
            let result = try await client.requestWithInputs("tools/call", params: ["name": .string(several)]).value
            #expect(result["content"]?[0]?["text"] == "This is an answer of no model. text, you have 1 roots.")
            let prompt: Members = ["name": "test_input_required_result_prompt"]
            let filled = try await client.requestWithInputs("prompts/get", params: prompt).value
            #expect(filled["messages"]?[0]?["content"]?["text"] == "In this context: text")
            #expect(stage.audit.rows.contains { $0.outcome == .answered })
        }
    }

    @Test("passes progress on in order, before the answer", arguments: Meeting.eras)
    func progress(meeting: Meeting) async throws {
        try await Self.with(meeting) { client, _ in
            let seen = AuditedValues<Double>()
            _ = try await client.callTool("test_tool_with_progress") { seen.append($0.progress) }
            #expect(seen.all == [0, 50, 100])
        }
    }

    @Test("passes log messages on to those who want them, before the answer", arguments: Meeting.eras)
    func logging(meeting: Meeting) async throws {
        try await Self.with(meeting) { client, _ in
            var feed = client.notifications.makeAsyncIterator()
            let wanting = RequestOptions(logLevel: meeting.client.era == .modern ? .info : nil)
            _ = try await client.callTool("test_tool_with_logging", options: wanting)
            for text in ["Tool execution started", "Tool processing data", "Tool execution completed"] {
                #expect(await feed.next()?.params?["data"] == .string(text))
            }
            if meeting.client.era == .legacy {
                _ = try await client.request("logging/setLevel", params: ["level": "error"])
            }
            _ = try await client.callTool("test_tool_with_logging")
            _ = try await client.callTool("test_trigger_tool_change")
            guard meeting.client.era == .legacy else { return }
            #expect(await feed.next()?.method == "notifications/tools/list_changed")
        }
    }

    @Test("takes a call back that the client gives up, and what was asked on the way", arguments: Meeting.eras)
    func cancellation(meeting: Meeting) async throws {
        let (asked, takenBack) = (OneShot<Void>(), OneShot<Void>())
        let hesitating = ClientHandlers { _ in
            asked.fire()
            if await OneShot<Void>().wait() == nil { takenBack.fire() }
            return .failure(.methodNotFound("too late"))
        }
        try await Self.with(meeting, handlers: hesitating) { client, stage in
            let params: Members = ["name": "test_sampling", "arguments": ["prompt": "?"]]
            guard meeting.client.era == .legacy else {
                // Between question and answer nothing of a modern client is in flight, so there is nothing to give up.
                guard case .inputRequired = await client.outcome(of: "tools/call", params: params) else {
                    throw UnexpectedOutcome(outcome: .cancelled)
                }
                return
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = await client.outcome(of: "tools/call", params: params) }
                _ = await asked.wait()
                group.cancelAll()
                try await group.waitForAll()
            }
            _ = await takenBack.wait()
            #expect(await stage.audit.cancelled.wait()?.target.name == "test_sampling")
        }
    }

    @Test("completes arguments of prompts and templates", arguments: Meeting.eras)
    func completion(meeting: Meeting) async throws {
        try await Self.with(meeting) { client, _ in
            let params: Members = [
                "ref": ["type": "ref/prompt", "name": "test_prompt_with_arguments"],
                "argument": ["name": "arg1", "value": "par"],
            ]
            let prompt = try await client.request("completion/complete", params: params).value
            #expect(prompt["completion"] == ["values": ["paris", "park", "party"], "total": 3, "hasMore": false])
            let template: Members = [
                "ref": ["type": "ref/resource", "uri": "test://template/{id}/data"],
                "argument": ["name": "id", "value": "12"],
            ]
            let completed = try await client.request("completion/complete", params: template).value
            #expect(completed["completion"]?["values"] == ["12", "123"])
        }
    }

    @Test("says that there is no such resource with the code of the client's era", arguments: Meeting.eras)
    func notFound(meeting: Meeting) async throws {
        try await Self.with(meeting) { client, _ in
            let outcome = await client.outcome(of: "resources/read", params: ["uri": "test://nowhere"])
            guard case .error(let error) = outcome else { throw UnexpectedOutcome(outcome: outcome) }
            #expect(error.code == (meeting.client.era == .legacy ? -32002 : -32602))
        }
    }

    @Test(
        "tells legacy clients of every changed list, and of the resources they watch",
        arguments: ProtocolRevision.allCases
    )
    func legacyChanges(server: ProtocolRevision) async throws {
        try await Self.with(Meeting(client: .november2025, server: server)) { client, stage in
            var feed = client.notifications.makeAsyncIterator()
            for list in ["tool", "prompt", "resource"] {
                _ = try await client.callTool("test_trigger_\(list)_change")
                #expect(await feed.next()?.method == "notifications/\(list)s/list_changed")
            }
            #expect(try await client.callTool("test_dynamic_tool").value["content"]?[0]?["text"] == "Here I am.")
            let uri: JSONObject = ["uri": "test://watched-resource"]
            #expect(try await client.request("resources/subscribe", params: Members(uri)).value == [:])
            _ = try await client.callTool("test_trigger_resource_update")
            #expect(await feed.next() == Notification(method: "notifications/resources/updated", params: uri))
            _ = try await client.request("resources/unsubscribe", params: Members(uri))
            _ = try await client.callTool("test_trigger_resource_update")
            _ = try await client.callTool("test_trigger_tool_change")
            #expect(await feed.next()?.method == "notifications/tools/list_changed")
        }
    }

    @Test("tells modern clients what they subscribed to", arguments: ProtocolRevision.allCases)
    func modernChanges(server: ProtocolRevision) async throws {
        try await Self.with(Meeting(client: .july2026, server: server)) { client, _ in
            var feed = client.notifications.makeAsyncIterator()
            let wanted: JSONObject = [
                "promptsListChanged": true, "resourceSubscriptions": ["test://watched-resource"],
            ]
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let params: Members = ["notifications": .object(wanted)]
                    let options = RequestOptions(timeLimit: .none)
                    _ = await client.outcome(of: "subscriptions/listen", params: params, options: options)
                }
                let first = await feed.next()
                #expect(first?.method == "notifications/subscriptions/acknowledged")
                #expect(first?.params?["notifications"] == .object(wanted))
                _ = try await client.callTool("test_trigger_tool_change")
                _ = try await client.callTool("test_trigger_resource_update")
                #expect(await feed.next()?.method == "notifications/resources/updated")
                _ = try await client.callTool("test_trigger_prompt_change")
                #expect(await feed.next()?.method == "notifications/prompts/list_changed")
                group.cancelAll()
            }
        }
    }
}

extension RequestOutcome {
    /// A result, or, where the client is of a revision without forms, the error that says so.
    fileprivate var isAnswer: Bool {
        switch self {
        case .result: true
        case .error(let error): error.message.contains("elicitation")
        default: false
        }
    }
}

struct UnexpectedOutcome: Error {
    let outcome: RequestOutcome
}
