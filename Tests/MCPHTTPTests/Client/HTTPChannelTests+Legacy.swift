import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization
import Testing

@testable import MCPHTTP

extension HTTPChannelTests {
    @Test("resumes a broken stream from the last event id until the answer is there")
    func resumed() async throws {
        let pending = Mutex<JSONValue?>(nil)
        let exchanger = legacy { call in
            guard call.method == .get else {
                pending.withLock { $0 = call.result(["content": []]) }
                return .events("id: 1-1\nretry: 1\ndata:\n\n")
            }
            switch call.field("Last-Event-ID") {
            case "1-1":
                return .events(
                    "id: 1-2\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}\n\n",
                    breaksOff: true
                )
            default:
                let answer = pending.withLock(\.self) ?? nil
                return .events("id: 1-3\ndata: \(answer.text())\n\n")
            }
        }
        let run = try await run(exchanger) { client, _ in await Self.outcome(client) }
        guard case .result = try run.run.value else {
            Issue.record("\(try run.run.value)")
            return
        }
        let resumptions = exchanger.calls.filter { $0.method == .get }.map { $0.field("Last-Event-ID") }
        #expect(resumptions == ["1-1", "1-2"])
        #expect(exchanger.calls.last?.method == .delete)
    }

    @Test("opens a forgotten session again once, and repeats the request in it")
    func forgotten() async throws {
        let exchanger = legacy(sessions: ["s1", "s2"]) { call in
            guard call.field("Mcp-Session-Id") == "s2" else { return .plain(404) }
            return .json(200, call.result(["content": []]))
        }
        let run = try await run(exchanger) { client, _ in
            await withTaskGroup(of: RequestOutcome.self) { group in
                for _ in 0..<5 { group.addTask { await Self.outcome(client) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        for outcome in try run.run.value {
            guard case .result = outcome else {
                Issue.record("\(outcome)")
                continue
            }
        }
        #expect(exchanger.calls.filter { $0.rpcMethod == "initialize" }.count == 2)
    }

    @Test("gives up when the new session is forgotten as well")
    func forgottenTwice() async throws {
        let exchanger = legacy(sessions: ["s1", "s2"]) { _ in .plain(404) }
        let run = try await run(exchanger) { client, channel in
            guard case .error(let error) = await Self.outcome(client) else { return nil as HTTPFault? }
            return channel.fault(behind: error)
        }
        #expect(try run.run.value == .sessionLost)
    }

    @Test("lists 2025-03-26 answers in a batch, and sends no header that revision does not know")
    func batch() async throws {
        let exchanger = legacy("2025-03-26") { call in .json(200, [call.result(["content": []])]) }
        let run = try await run(exchanger, offer: .only(.march2025)) { client, _ in await Self.outcome(client) }
        guard case .result = try run.run.value else {
            Issue.record("\(try run.run.value)")
            return
        }
        #expect(run.run.violations == [])
        #expect(exchanger.calls.allSatisfy { $0.field("MCP-Protocol-Version") == nil })
    }
}
