import JSON
import MCP
import MCPConnection
import MCPHTTP
@testable import Skills
import Testing
import TestSupport

@Suite("A skill as an MCP server", .timeLimit(.minutes(2)))
struct SkillServerTests {
    @Test("lists its tools in every revision", arguments: ProtocolRevision.allCases)
    func listing(revision: ProtocolRevision) async throws {
        let skill = try #require(SkillLibrary.skill("slack"))
        let server = SkillServer(skill, values: [:], ScriptedExchanger(VendorAnswer(200, "{}")))
        let run = await with(server, in: revision) { client in try await client.listTools() }
        let tools = try run.outcome.get()
        #expect(tools.map(\.name) == skill.tools.map(\.name))
        #expect(tools.map(\.inputSchema) == skill.tools.map(\.inputSchema))
        #expect(run.violations == [])
    }

    @Test("answers a call in every revision", arguments: ProtocolRevision.allCases)
    func calling(revision: ProtocolRevision) async throws {
        let exchanger = ScriptedExchanger(VendorAnswer(200, #"{"ok":true,"channel":"C1","ts":"1.2","message":{}}"#))
        let server = try slack(exchanger)
        let run = await with(server, in: revision) { client in
            try await client.callTool("slack_post_message", arguments: ["channel": "C1", "text": "hi"])
        }
        let result = try CallToolResult(json: run.outcome.get().value)
        #expect(result.text == #"{"channel":"C1","ts":"1.2"}"#)
        #expect(result.structuredContent == (revision >= .june2025 ? ["channel": "C1", "ts": "1.2"] : nil))
        #expect(!result.isError)
        #expect(run.violations == [])
        #expect(try JSONValue(parsing: exchanger.calls[0].body) == ["channel": "C1", "text": "hi"])
        #expect(exchanger.calls[0].address.description == "https://slack.com/api/chat.postMessage")
    }

    @Test("reports a failure as a result that a model and a program can read", arguments: ProtocolRevision.allCases)
    func failing(revision: ProtocolRevision) async throws {
        let server = try slack(ScriptedExchanger(VendorAnswer(200, #"{"ok":false,"error":"invalid_auth"}"#)))
        let run = await with(server, in: revision) { client in try await client.callTool("slack_check_token") }
        let value = try run.outcome.get().value
        let result = try CallToolResult(json: value)
        #expect(result.isError)
        #expect(result.text.hasPrefix("credential_invalid: Slack refuses the credential: invalid_auth"))
        let outcome = value["_meta"]?[ToolAnswer.outcomeKey]
        #expect(outcome?["outcome"] == "credential_invalid")
        #expect(outcome?["vendorCode"] == "invalid_auth")
        #expect(result.structuredContent == (revision >= .june2025 ? outcome : nil))
        #expect(run.violations == [])
    }

    @Test("refuses arguments that do not fit, all at once, before anything is sent")
    func arguments() async throws {
        let exchanger = ScriptedExchanger(VendorAnswer(200, "{}"))
        let server = try slack(exchanger)
        let arguments: JSONObject = ["chanel": "C1", "text": 5]
        let modern = await with(server) { client in
            try await client.callTool("slack_post_message", arguments: arguments)
        }
        let result = try CallToolResult(json: modern.outcome.get().value)
        #expect(result.isError)
        let lines = result.text.split(separator: "\n")
        #expect(lines.contains { $0.contains("no argument chanel: did you mean channel?") })
        #expect(lines.contains { $0.hasPrefix("text: expected string") })
        #expect(lines.contains { $0.contains("a member \"channel\"") })
        let old = await with(server, in: .june2025) { client in
            await client.outcome(
                of: "tools/call",
                params: ["name": "slack_post_message", "arguments": .object(arguments)]
            )
        }
        guard case .error(let error) = try old.outcome.get() else {
            Issue.record("\(old.outcome)")
            return
        }
        #expect(error.code == .invalidParams)
        #expect(exchanger.calls == [])
    }

    @Test("names the tool that was probably meant")
    func unknownTool() async throws {
        let run = await with(try slack(ScriptedExchanger(VendorAnswer(200, "{}")))) { client in
            await client.outcome(of: "tools/call", params: ["name": "slack_post_mesage"])
        }
        guard case .error(let error) = try run.outcome.get() else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(error.message.contains("did you mean slack_post_message?"))
    }

    @Test("sends the next page to where it belongs")
    func paging() async throws {
        let exchanger = ScriptedExchanger(
            VendorAnswer(200, #"{"ok":true,"members":[{"id":"U1"}],"response_metadata":{"next_cursor":"dXNlcg=="}}"#),
            VendorAnswer(200, #"{"ok":true,"members":[],"response_metadata":{"next_cursor":""}}"#)
        )
        let server = try slack(exchanger)
        let first = try await server.call("slack_list_users", ["limit": 1])
        #expect(first.structured == ["users": [["id": "U1"]], "nextCursor": "dXNlcg=="])
        let cursor = try #require(first.structured?["nextCursor"])
        let second = try await server.call("slack_list_users", ["limit": 1, "cursor": cursor])
        #expect(second.structured == ["users": []])
        #expect(exchanger.calls.map(\.address.query) == ["limit=1", "limit=1&cursor=dXNlcg%3D%3D"])
    }

    private func slack(_ exchanger: ScriptedExchanger) throws -> SkillServer {
        let skill = try #require(SkillLibrary.skill("slack"))
        return SkillServer(skill, values: ["SLACK_BOT_TOKEN": "xoxb-test"], exchanger)
    }

    private func with<Value: Sendable>(
        _ server: SkillServer,
        in revision: ProtocolRevision = .latest,
        _ body: @Sendable (Client) async throws -> Value
    ) async -> ClientRun<Value> {
        let judge = WireJudge()
        defer { judge.report() }
        let (ours, theirs) = judge.pair()
        return await withTaskGroup { group in
            group.addTask { _ = await serve(server.configuration(), over: theirs, handlers: server.handlers) }
            return await withClient(
                over: ours,
                configuration: ClientConfiguration(
                    info: Implementation(name: "test", version: "1"),
                    offer: .only(revision),
                    bounds: .patient
                ),
                clock: ContinuousClock(),
                body
            )
        }
    }
}
