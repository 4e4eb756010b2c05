import Drift
import Gateway
import JSON
import MCP
import MCPConnection
import MockEverything
import TestSupport
import Testing

@Suite("What the endpoint of a role refuses and reports", .timeLimit(.minutes(1)))
struct RoleGatewayRulesTests {
    private static let revisions: [ProtocolRevision] = [.november2025, .july2026]

    @Test("two integrations with the same tools are both offered, under long names", arguments: revisions)
    func collision(revision: ProtocolRevision) async throws {
        let scenes = [UpstreamScene("two", .july2026), UpstreamScene("one", .november2025)]
        try await GatewayStage.with(scenes) { stage in
            try await stage.client(revision) { client in
                let names = try await client.listTools().map(\.name)
                #expect(names.contains("one__test_simple_text") && names.contains("two__test_simple_text"))
                #expect(!names.contains("test_simple_text"))
                for name in ["one__test_simple_text", "two__test_simple_text"] {
                    let text = try await client.callTool(name).value["content"]?[0]?["text"]
                    #expect(text?.stringValue?.contains("simple text") == true)
                }
                let prompts = try await client.list("prompts/list", items: "prompts").compactMap {
                    $0["name"]?.stringValue
                }
                #expect(prompts.contains("two__test_simple_prompt"))
                _ = try await client.request("prompts/get", params: ["name": "two__test_simple_prompt"])
            }
            #expect(stage.audit.rows.map(\.target.integration) == ["one", "two", "two"])
        }
    }

    @Test("calls beyond what an integration may have in flight wait for their turn", arguments: revisions)
    func turns(revision: ProtocolRevision) async throws {
        let policy = RolePolicy(limits: CallLimits(callsPerIntegration: 1))
        try await GatewayStage.with([UpstreamScene("everything", .july2026)], policy: policy) { stage in
            try await stage.client(revision) { client in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<20 { group.addTask { _ = try await client.callTool("test_simple_text") } }
                    try await group.waitForAll()
                }
            }
            #expect(stage.audit.rows.count { $0.outcome == .answered } == 20)
            #expect(stage.audit.rows.count == 20)
        }
    }

    @Test("a call in flight fails with the integration's name when it goes, and is not repeated", arguments: revisions)
    func unplugged(revision: ProtocolRevision) async throws {
        let scene = UpstreamScene("everything", revision)
        try await GatewayStage.with([scene]) { stage in
            let unplugging = ClientHandlers { _ in
                scene.unplug.fire()
                await stage.waitFor { $0.offer(of: "everything")?.isAvailable == false }
                return .failure(.methodNotFound("gone"))
            }
            try await stage.client(.november2025, handlers: unplugging) { client in
                var feed = client.notifications.makeAsyncIterator()
                let params: Members = ["name": "test_sampling", "arguments": ["prompt": "?"]]
                let outcome = await client.outcome(of: "tools/call", params: params)
                guard case .error(let error) = outcome else { throw UnexpectedOutcome(outcome: outcome) }
                if revision.era == .legacy {
                    #expect(error.message.hasPrefix("everything went away during the call"))
                    #expect(error.data?["cause"] == "lost" && error.data?["integration"] == "everything")
                }
                #expect(await feed.next()?.method == "notifications/tools/list_changed")
                #expect(try await client.listTools().isEmpty)
                let again = await client.outcome(of: "tools/call", params: params)
                guard case .error(let absent) = again else { throw UnexpectedOutcome(outcome: again) }
                #expect(absent.message.hasPrefix("everything is not available: it "))
            }
            #expect(stage.gateway.catalogue.withheld.contains { $0.name == "test_sampling" })
        }
    }

    @Test("a tool that has changed since it was approved is not served, and the refusal says so")
    func quarantine() async throws {
        var approvals = ToolApprovals()
        let approved: JSONValue = [
            "name": "test_simple_text", "description": "Another one", "inputSchema": ["type": "object"],
        ]
        approvals.approve([ToolPin(approved)].compactMap(\.self), of: "everything")
        try await GatewayStage.with([UpstreamScene("everything", .november2025)], approvals: approvals) { stage in
            try await stage.client(.november2025) { client in
                #expect(try await client.listTools().contains { $0.name == "test_simple_text" } == false)
                let outcome = await client.outcome(of: "tools/call", params: ["name": "test_simple_text"])
                guard case .error(let error) = outcome else { throw UnexpectedOutcome(outcome: outcome) }
                #expect(error.message.contains("has changed it since it was approved"))
            }
            let shown = stage.gateway.catalogue.absence(of: "test_simple_text").map { "\($0)" } ?? ""
            #expect(shown.contains("description_changed"))
        }
    }

    @Test("a policy that is taken over while clients are connected is told to them")
    func reload() async throws {
        try await GatewayStage.with([UpstreamScene("everything", .november2025)]) { stage in
            try await stage.client(.november2025) { client in
                var feed = client.notifications.makeAsyncIterator()
                #expect(try await client.listTools().count > 20)
                stage.gateway.update(RolePolicy(allowed: ["test_simple_text"]), ToolApprovals())
                #expect(await feed.next()?.method == "notifications/tools/list_changed")
                #expect(try await client.listTools().map(\.name) == ["test_simple_text"])
                let outcome = await client.outcome(of: "tools/call", params: ["name": "test_image_content"])
                guard case .error(let error) = outcome else { throw UnexpectedOutcome(outcome: outcome) }
                #expect(error == .invalidParams("there is no tool test_image_content"))
            }
        }
    }

    @Test("arguments and results that are too long for the role are refused, with both numbers")
    func sizes() async throws {
        let policy = RolePolicy(limits: CallLimits(argumentsInBytes: 100, resultInBytes: 50))
        try await GatewayStage.with([UpstreamScene("everything", .november2025)], policy: policy) { stage in
            try await stage.client(.november2025) { client in
                let long = String(repeating: "x", count: 200)
                let params: Members = ["name": "test_header_params", "arguments": ["region": .string(long)]]
                guard case .error(let error) = await client.outcome(of: "tools/call", params: params) else { return }
                #expect(error.code == .invalidParams && error.message.contains("this role may send 100"))
                let short = await client.outcome(of: "tools/call", params: ["name": "test_simple_text"])
                guard case .error(let error) = short else { throw UnexpectedOutcome(outcome: short) }
                #expect(error.message.contains("this role may be given 50"))
            }
            #expect(stage.audit.rows.map(\.outcome.word) == ["refused", "error"])
        }
    }

    @Test("an answer that takes too long is given up, and says whose it would have been")
    func time() async throws {
        let limits = CallLimits(time: .milliseconds(50), timeWithQuestions: .milliseconds(50))
        let policy = RolePolicy(limits: limits, breaker: .init(failureLimit: 1, pause: .seconds(600)))
        try await GatewayStage.with([UpstreamScene("everything", .november2025)], policy: policy) { stage in
            let silent = ClientHandlers { _ in
                // Nobody answers before the test is over.
                _ = await OneShot<Void>().wait()
                return .success([:])
            }
            try await stage.client(.november2025, handlers: silent) { client in
                let params: Members = ["name": "test_sampling", "arguments": ["prompt": "?"]]
                guard case .error(let error) = await client.outcome(of: "tools/call", params: params) else { return }
                #expect(error.message.hasPrefix("everything did not answer within"))
                // One failure is enough here, and the integration is left alone.
                let next = await client.outcome(of: "tools/call", params: params)
                guard case .error(let refusal) = next else { throw UnexpectedOutcome(outcome: next) }
                #expect(refusal.data?["cause"] == "left_alone")
            }
            #expect(stage.audit.rows.map(\.outcome.word) == ["timed_out", "refused"])
        }
    }

    @Test("a call is noted with trace and hash, and a trace goes on where there is one", arguments: revisions)
    func audit(revision: ProtocolRevision) async throws {
        let given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        try await GatewayStage.with([UpstreamScene("everything", .november2025)]) { stage in
            try await stage.client(revision) { client in
                let params: Members = ["name": "test_error_handling", "_meta": ["traceparent": .string(given)]]
                _ = try await client.request("tools/call", params: params)
                _ = try await client.callTool("test_simple_text")
            }
            let rows = stage.audit.rows
            #expect(rows.map(\.outcome) == [.toolFailed, .answered])
            #expect(rows.first?.trace.trace == "0af7651916cd43dd8448eb211c80319c")
            #expect(rows.first?.trace.span != "b7ad6b7169203331")
            #expect(rows.allSatisfy { $0.role == "engineering" && $0.method == "tools/call" })
            #expect(rows.last?.argumentHash == AuditRow.hash(of: [:]))
        }
    }

    @Test("a state that was given for another call, or is given again, is refused")
    func states() async throws {
        try await GatewayStage.with([UpstreamScene("everything", .november2025)]) { stage in
            try await stage.client(.july2026) { client in
                let tool = "test_input_required_result_elicitation"
                func ask(_ params: Members) async throws -> RequestOutcome {
                    await client.outcome(of: "tools/call", params: params)
                }
                guard case .inputRequired(let needed) = try await ask(["name": .string(tool)]) else { return }
                let key = try #require(needed.inputRequests.first?.key)
                let state = try #require(needed.requestState)
                let yes: JSONValue = [key: ["action": "accept", "content": ["name": "Ada"]]]
                let wrong: [Members] = [
                    ["name": .string(tool), "inputResponses": yes, "requestState": .string(state + "0")],
                    [
                        "name": "test_sampling", "arguments": ["prompt": "?"], "inputResponses": yes,
                        "requestState": .string(state),
                    ],
                    [
                        "name": .string(tool), "arguments": ["a": 1], "inputResponses": yes,
                        "requestState": .string(state),
                    ],
                ]
                for params in wrong {
                    guard case .error(let error) = try await ask(params) else { throw UnexpectedState() }
                    #expect(error.code == .invalidParams)
                }
                let right: Members = ["name": .string(tool), "inputResponses": yes, "requestState": .string(state)]
                guard case .result(let payload) = try await ask(right) else { throw UnexpectedState() }
                #expect(payload.value["content"]?[0]?["text"] == "Hello, Ada!")
                guard case .error = try await ask(right) else { throw UnexpectedState() }
            }
        }
    }

    @Test("what a client did not declare it is not asked, whatever the server thinks", arguments: Meeting.eras)
    func undeclared(meeting: Meeting) async throws {
        try await GatewayStage.with([UpstreamScene("everything", meeting.server)]) { stage in
            try await stage.client(meeting.client, capabilities: .none, handlers: .none) { client in
                let params: Members = ["name": "test_sampling", "arguments": ["prompt": "?"]]
                let outcome = await client.outcome(of: "tools/call", params: params)
                guard case .error(let error) = outcome else { throw UnexpectedOutcome(outcome: outcome) }
                if meeting.server.era == .modern { #expect(error.code == .missingClientCapability) }
            }
        }
    }

    @Test("clients who leave their questions unanswered are in nobody's way, where a server says whose they are")
    func abandoned() async throws {
        try await GatewayStage.with([UpstreamScene("everything", .november2025)]) { stage in
            let params: Members = ["name": "test_input_required_result_elicitation"]
            try await stage.client(.july2026) { client in
                for _ in 0..<3 {
                    guard case .inputRequired = await client.outcome(of: "tools/call", params: params) else {
                        throw UnexpectedState()
                    }
                }
                let result = try await client.requestWithInputs("tools/call", params: params).value
                #expect(result["content"]?[0]?["text"] == "Hello, text!")
            }
            try await stage.client(.november2025) { client in
                var feed = client.notifications.makeAsyncIterator()
                #expect(try await client.callTool("test_sampling", arguments: ["prompt": "?"]).value["isError"] == nil)
                _ = try await client.callTool("test_tool_with_logging")
                let message = await feed.next()
                #expect(message?.params?["data"] == "Tool execution started")
                #expect(message?.params?["_meta"] == nil)
            }
        }
    }

    @Test("several clients at once get their own answers, progress and questions", arguments: Meeting.eras)
    func several(meeting: Meeting) async throws {
        try await GatewayStage.with([UpstreamScene("everything", meeting.server)]) { stage in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await stage.client(meeting.client) { client in
                            for round in 0..<10 {
                                let mark = "\(number).\(round)"
                                let arguments: JSONObject = ["region": .string(mark)]
                                let result = try await client.callTool("test_header_params", arguments: arguments).value
                                #expect(result["content"]?[0]?["text"]?.stringValue?.contains(mark) == true)
                                let seen = AuditedValues<Double>()
                                _ = try await client.callTool("test_tool_with_progress") { seen.append($0.progress) }
                                #expect(seen.all == [0, 50, 100])
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(stage.audit.rows.count == 160)
        }
    }
}

private struct UnexpectedState: Error {}
