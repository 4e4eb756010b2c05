import JSON
import MCP
import MCPConnection
import Testing
import TestSupport

@Suite("The judge of what our side sends")
struct WireJudgeTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// A legacy handshake in the given revision, as both sides should do it.
    private static func judge(_ revision: String = "2025-06-18", excusing excuses: [WireExcuse] = []) -> WireJudge {
        let judge = WireJudge(excusing: excuses)
        judge.see(
            bytes(
                #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"\#(revision)","#
                    + #""capabilities":{},"clientInfo":{"name":"c","version":"1"}}}"#
            ),
            .clientToServer
        )
        judge.see(
            bytes(
                #"{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"\#(revision)","capabilities":{},"#
                    + #""serverInfo":{"name":"s","version":"1"}}}"#
            ),
            .serverToClient
        )
        judge.see(bytes(#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"t"}}"#), .clientToServer)
        return judge
    }

    @Test("has nothing to say about a sound conversation", arguments: ["2024-11-05", "2025-03-26", "2025-11-25"])
    func sound(revision: String) {
        let judge = Self.judge(revision)
        judge.see(Self.bytes(#"{"jsonrpc":"2.0","id":2,"result":{"content":[]}}"#), .serverToClient)
        #expect(judge.faults == [])
        #expect(judge.count == 4)
        judge.report()
    }

    @Test(
        "finds what the revision does not allow, by the name of the rule",
        arguments: [
            (#"{"jsonrpc":"2.0","id":2,"result":{}}"#, "CallToolResult"),
            (#"{"jsonrpc":"2.0","id":2,"result":{"content":[{"type":"text"}]}}"#, "CallToolResult"),
            (#"{"id":2,"result":{"content":[]}}"#, "JSONRPCResponse"),
            (#"{"jsonrpc":"2.0","id":3,"method":"tools/list"}"#, "method"), ("nonsense", "text"),
        ]
    )
    func violations(message: String, rule: String) {
        let judge = Self.judge()
        judge.see(Self.bytes(message), .serverToClient)
        #expect(judge.faults.first?.rule == rule)
        #expect(judge.faults.first?.revision == .june2025)
    }

    @Test("fails the test for a violation")
    func failsTheTest() {
        let judge = Self.judge()
        judge.see(Self.bytes(#"{"jsonrpc":"2.0","id":2,"result":{}}"#), .serverToClient)
        withKnownIssue {
            judge.report()
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("our server broke CallToolResult of 2025-06-18") }
        }
    }

    @Test("excuses what a test declares by name, and fails a test that declares too much")
    func excuses() {
        let excuse = WireExcuse("CallToolResult", because: "a server without content is wanted")
        let judge = Self.judge(excusing: [excuse])
        withKnownIssue {
            judge.report()
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("CallToolResult was not broken") }
        }
        judge.see(Self.bytes(#"{"jsonrpc":"2.0","id":2,"result":{}}"#), .serverToClient)
        judge.report()
        #expect(judge.faults == [])
    }

    @Test("judges each modern request and its answer in the revision that it names")
    func modern() {
        let judge = WireJudge()
        let meta = #""io.modelcontextprotocol/protocolVersion":"2026-07-28""#
        let request = #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{\#(meta)}}}"#
        judge.see(Self.bytes(request), .clientToServer)
        #expect(judge.faults.first?.revision == .july2026, "clientCapabilities is missing")
        judge.see(Self.bytes(#"{"jsonrpc":"2.0","id":1,"result":{"tools":[]}}"#), .serverToClient)
        #expect(judge.faults.last?.direction == .serverToClient, "resultType is missing")
    }

    @Test("only listens to a side that is not ours")
    func otherSide() {
        let judge = WireJudge([.clientToServer])
        judge.see(Self.bytes("nonsense"), .serverToClient)
        #expect(judge.faults == [])
        #expect(judge.count == 0)
    }

    @Test("hears both sides of a channel", .timeLimit(.minutes(1)))
    func channel() async throws {
        let judge = WireJudge([.clientToServer, .serverToClient])
        let (near, far) = MemoryChannel.pair()
        let channel = JudgedChannel(near, sending: .serverToClient, judge: judge)
        try await channel.send(Self.bytes("nonsense"))
        #expect(judge.faults.map(\.rule) == ["text"])
        guard case .message(let message)? = await far.events.first(where: { _ in true }) else {
            Issue.record("nothing arrived")
            return
        }
        #expect(message == Self.bytes("nonsense"))
    }
}
