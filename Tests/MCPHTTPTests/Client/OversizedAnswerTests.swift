import HTTPTestSupport
import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization
import Testing
import TestSupport

@testable import MCPHTTP

@Suite("An answer of 100 MB over HTTP", .timeLimit(.minutes(1)))
struct OversizedAnswerTests {
    private static let limit = 1 << 20
    private static let size = 100_000_000

    /// A body that is made while it is read, and counts how much of it was.
    private struct Flood: AsyncSequence, Sendable {
        typealias Failure = any Error

        let beginning: [UInt8]
        let given: Counter

        struct Iterator: AsyncIteratorProtocol {
            let flood: Flood
            var left: Int
            var hasBegun = false

            mutating func next() async throws -> [UInt8]? {
                guard hasBegun else {
                    hasBegun = true
                    return flood.beginning
                }
                guard left > 0 else { return nil }
                let piece = [UInt8](repeating: UInt8(ascii: "x"), count: Swift.min(left, 64 << 10))
                left -= piece.count
                flood.given.add(piece.count)
                return piece
            }
        }

        func makeAsyncIterator() -> Iterator { Iterator(flood: self, left: size) }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        var value: Int { count.withLock(\.self) }

        func add(_ number: Int) { count.withLock { $0 += number } }
    }

    @Test(
        "is refused by name, is not read past the limit, and stops no other request",
        arguments: [("application/json", false), ("application/json", true), ("text/event-stream", false)]
    )
    func refusal(type: String, saysLength: Bool) async throws {
        let given = Counter()
        let exchanger = ScriptedExchanger { call, _ in
            if call.rpcMethod == "server/discover" {
                return .success(.json(200, call.result(HTTPCall.discovery)))
            }
            guard call.message?["params"]?["name"] == "huge" else {
                return .success(.json(200, call.result(["content": [], "resultType": "complete"])))
            }
            var fields: HTTPFields = [.contentType: type]
            if saysLength { fields[.contentLength] = String(Self.size) }
            let prefix = type == "text/event-stream" ? "data: " : ""
            let beginning = Array((prefix + #"{"jsonrpc":"2.0","id":2,"result":{"text":""#).utf8)
            return .success(HTTPReply(status: 200, fields: fields, body: Flood(beginning: beginning, given: given)))
        }
        let settings = HTTPClientSettings(
            address: try HTTPAddress("http://server.test/mcp"),
            limits: ChannelLimits(messageBytes: Self.limit)
        )
        let run = await withJudgedHTTPClient(
            settings,
            exchanger: exchanger,
            configuration: EndToEndTests.configuration(.modern),
            clock: ContinuousClock()
        ) { client, channel in
            async let other = client.callTool("small")
            let outcome = await client.outcome(of: "tools/call", params: ["name": "huge"])
            guard case .error(let error) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(channel.fault(behind: error) == .oversized(limitInBytes: Self.limit))
            #expect(error.message.contains("\(Self.limit)"))
            let small = try await other.value
            #expect(small["content"] != nil)
            #expect(try await client.callTool("small").value["content"] != nil)
        }
        try run.run.value
        #expect(given.value <= (saysLength ? 0 : Self.limit + (64 << 10)))
    }
}
