import JSON
import MCP
import MCPConnection
import MCPHTTP
import TestSupport
import Testing

@testable import Daemon
@testable import Gateway

@Suite(
    "Neighbours that hang, crash, flood and are refused",
    .serialized,
    .enabled(if: LoadSize.isFull),
    .timeLimit(.minutes(3))
)
struct IsolationTests {
    private static let troubles = ["hung", "crashing", "flooding", "dead"]
    /// The measuring form has 10 %; here other tests run beside, and debug builds.
    private static let bound = 5.0

    @Test("cost the others little: each call is answered, and p99 stays near what it was")
    func neighbours() async throws {
        let script = SourceTree.benchmarks + "/troubled_server.py"
        let entries = Self.troubles.map { CrowdHome.entry($0, "python3", script, $0) }
        try await CrowdHome.with(entries) { home in
            try await HTTPPool.with { pool in
                try await Self.client(home, pool) { client in
                    var (without, with): ([Duration], [Duration]) = ([], [])
                    var (lists, troubledLists): ([Duration], [Duration]) = ([], [])
                    for turn in 0..<4 {
                        let isTroubled = turn % 2 == 1
                        try await Self.switchAll(home, isOn: isTroubled)
                        try await withThrowingTaskGroup(of: Void.self) { group in
                            if isTroubled {
                                for trouble in Self.troubles {
                                    group.addTask { await Self.annoy(trouble, home, pool) }
                                }
                            }
                            let times = try await Self.measure(client)
                            if isTroubled { with += times.calls } else { without += times.calls }
                            if isTroubled { troubledLists += times.lists } else { lists += times.lists }
                            group.cancelAll()
                        }
                    }
                    let calls = Self.p99(with) / Self.p99(without)
                    let listing = Self.p99(troubledLists) / Self.p99(lists)
                    print("with neighbours, over without: p99 of calls \(calls), of lists \(listing)")
                    #expect(calls < Self.bound)
                    #expect(listing < Self.bound)
                }
            }
        }
    }

    private static func client(
        _ home: CrowdHome,
        _ pool: HTTPPool,
        _ body: (Client) async throws -> Void
    ) async throws {
        let run = await withHTTPClient(
            HTTPClientSettings(address: home.address),
            exchanger: pool,
            configuration: ClientConfiguration(
                info: Implementation(name: "test", version: "1"),
                capabilities: .none,
                offer: .only(.november2025),
                bounds: .patient
            ),
            clock: ContinuousClock()
        ) { client, _ in try await body(client) }
        try run.run.value
    }

    private static func switchAll(_ home: CrowdHome, isOn: Bool) async throws {
        for trouble in troubles {
            if isOn { _ = try await home.desk.enable(trouble) } else { _ = try await home.desk.disable(trouble) }
        }
    }

    private static func measure(_ client: Client) async throws -> (calls: [Duration], lists: [Duration]) {
        var (calls, lists): ([Duration], [Duration]) = ([], [])
        for number in 0..<150 {
            let start = ContinuousClock.now
            let result = try await client.callTool("old__echo", arguments: ["text": .string("\(number)")])
            calls.append(ContinuousClock.now - start)
            #expect(result.value["content"]?[0]?["text"]?.stringValue == "\(number)")
            guard number % 3 == 0 else { continue }
            let begin = ContinuousClock.now
            _ = try await client.request("tools/list")
            lists.append(ContinuousClock.now - begin)
        }
        return (calls, lists)
    }

    /// Calls a neighbour again and again, until it is cancelled.
    private static func annoy(_ trouble: String, _ home: CrowdHome, _ pool: HTTPPool) async {
        // What becomes of it is of no interest.
        try? await client(home, pool) { client in
            while !Task.isCancelled {
                _ = await client.outcome(of: "tools/call", params: ["name": .string(trouble)])
                try? await ContinuousClock().sleep(for: .milliseconds(20))
            }
        }
    }

    private static func p99(_ times: [Duration]) -> Double {
        let sorted = times.sorted()
        return sorted[min(sorted.count - 1, sorted.count * 99 / 100)] / .milliseconds(1)
    }
}
