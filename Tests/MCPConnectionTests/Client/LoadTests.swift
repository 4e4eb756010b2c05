import JSON
import MCP
import Synchronization
import Testing
import TestSupport

@testable import MCPConnection

@Suite("Many requests over one pipe, and answers that are too long", .serialized, .timeLimit(.minutes(3)))
struct LoadTests {
    /// Bytes of an answer that is too long.
    private static let size = LoadSize.isFull ? 100_000_000 : 20_000_000

    @Test("10,000 requests in flight are each given their own answer, and nothing of them is kept")
    func inFlight() async throws {
        var client = configuration()
        client.bounds.request = .seconds(150)
        client.bounds.probe = .seconds(50)
        let (run, violations) = try await withPeers(
            .pipes,
            client: client,
            handlers: echoHandlers,
            clock: ContinuousClock()
        ) { client in
            try await Self.callAll(client, 100)
            let before = (MemoryInUse.allocatedBytes, MemoryInUse.residentBytes)
            let start = ContinuousClock.now
            try await Self.callAll(client, LoadSize.requests)
            let time = ContinuousClock.now - start
            let after = (MemoryInUse.allocatedBytes, MemoryInUse.residentBytes)
            print(
                "\(LoadSize.requests) requests over one pipe: \(time), allocated \((after.0 - before.0) >> 10) KiB more,",
                "resident \((after.1 - before.1) >> 10) KiB more"
            )
            let isIdle = client.driver.state.withLock(\.isIdle)
            #expect(isIdle)
            if LoadSize.isFull { #expect(after.0 - before.0 < 4 << 20) }
        }
        try run.outcome.get()
        #expect(run.violations.isEmpty)
        #expect(violations.isEmpty)
    }

    private static func callAll(_ client: Client, _ count: Int) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<count {
                group.addTask {
                    let result = try await client.callTool("echo", arguments: ["n": .number(JSONNumber(number))])
                    return result.value["content"]?[0]?["text"] == .string("{\"n\":\(number)}")
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test(
        "an answer of 100 MB is refused by name, wherever its id is, while other requests go on",
        arguments: [true, false]
    )
    func hugeAnswer(idComesFirst: Bool) async throws {
        let id = #""jsonrpc": "2.0", "id": ' + json.dumps(id) + '"#
        let result = #""result": {"content": [{"type": "text", "text": "' + 'x' * \#(Self.size) + '"}]}"#
        let text = idComesFirst ? "{\(id), \(result)}" : "{\(result), \(id)}"
        let huge = """
            if message["params"]["arguments"].get("huge"):
                        sys.stdout.write('\(text)\\n'); sys.stdout.flush()
                        continue
            """
        let judge = WireJudge([.clientToServer])
        let before = MemoryInUse.residentBytes
        var bounds = ClientBounds.patient
        bounds.request = .seconds(150)
        let run = try await withStdioClient(
            TestServers.legacy(beforeAnswer: huge),
            configuration: configuration(offer: .legacy, bounds: bounds),
            tap: judge.tap,
            clock: ContinuousClock()
        ) { client in
            async let other = client.callTool("echo", arguments: ["n": 1])
            let outcome = await client.outcome(
                of: "tools/call",
                params: ["name": "echo", "arguments": ["huge": true]]
            )
            guard case .invalid(let violation) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(violation.code == .oversizeMessage)
            let small = try await other.value
            #expect(small["content"] != nil)
            #expect(try await client.callTool("echo").value["content"] != nil)
        }
        let after = MemoryInUse.residentBytes
        try run.outcome.get()
        #expect(run.violations.map(\.code) == [.oversizeMessage])
        judge.report()
        if LoadSize.isFull { #expect(after - before < 32 << 20) }
    }
}
