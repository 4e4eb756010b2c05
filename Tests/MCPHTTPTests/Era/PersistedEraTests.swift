import Foundation
import HTTPTestSupport
import HTTPTypes
import JSON
import MCP
import MCPConnection
import ServiceLifecycle
import Testing
import TestSupport

@testable import MCPHTTP

@Suite("What was found, written down by one process and read by the next", .timeLimit(.minutes(1)))
struct PersistedEraTests {
    private struct Case: CustomTestStringConvertible, Sendable {
        let offer: RevisionOffer
        let transport: HTTPEraDetection.Transport
        /// The first requests of a client that knows nothing, and those of one that remembers.
        let fresh: [String]
        let remembering: [String]

        var testDescription: String { transport.rawValue }
    }

    private static let cases = [
        Case(
            offer: .modern,
            transport: .modern,
            fresh: ["POST server/discover", "POST tools/list"],
            remembering: ["POST server/discover", "POST tools/list"]
        ),
        Case(
            offer: .legacy,
            transport: .streamable,
            fresh: ["POST server/discover", "POST initialize", "POST notifications/initialized", "POST tools/list"],
            remembering: ["POST initialize", "POST notifications/initialized", "POST tools/list"]
        ),
        Case(
            offer: .legacy,
            transport: .eventStream,
            fresh: ["POST server/discover", "POST initialize", "GET", "POST initialize"],
            remembering: ["GET", "POST initialize", "POST notifications/initialized", "POST tools/list"]
        ),
    ]

    /// One life of a client: a pool, a session, and what it may write down; the requests that it made first.
    private static func life(
        at address: HTTPAddress,
        remembering text: String?,
        count: Int
    ) async throws -> (requests: [String], written: String?) {
        try await HTTPPool.with { pool in
            let exchanger = ScriptedExchanger { call, _ in
                do throws(HTTPFault) {
                    return .success(try await pool.exchange(call))
                } catch {
                    return .failure(error)
                }
            }
            let remembered = try text.flatMap { HTTPEraRecord(json: try JSONValue(parsing: $0)) }
            let run = await withJudgedHTTPClient(
                HTTPClientSettings(address: address, listens: false),
                exchanger: exchanger,
                configuration: EndToEndTests.configuration(.all),
                remembered: remembered,
                clock: ContinuousClock()
            ) { client, _ in try await client.listTools().count }
            #expect(try run.run.value == 7)
            let requests = exchanger.calls.prefix(count).map { call in
                [call.method.rawValue, call.rpcMethod].compactMap(\.self).joined(separator: " ")
            }
            return (requests, run.record?.json.text())
        }
    }

    @Test("saves the second one the search", arguments: cases)
    private func secondLife(row: Case) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "era-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let settings = TestService.settings(row.offer)
        let both: @Sendable (HTTPAddress) async throws -> Void = { address in
            let first = try await Self.life(at: address, remembering: nil, count: row.fresh.count)
            #expect(first.requests == row.fresh)
            try #require(first.written).write(to: file, atomically: true, encoding: .utf8)
            let written = try String(contentsOf: file, encoding: .utf8)
            let second = try await Self.life(at: address, remembering: written, count: row.remembering.count)
            #expect(second.requests == row.remembering)
            #expect(second.written == written)
        }
        guard row.transport == .eventStream else { return try await withEndpoint(settings, both) }
        let endpoint = EventStreamEndpoint(settings, clock: ContinuousClock())
        try await withServer(endpoint.router(), endpoint, path: "/sse", both)
    }

    @Test("is forgotten where an old server became a new one")
    func upgraded() async throws {
        let old = HTTPEraRecord(transport: .eventStream, revision: .november2024)
        try await withEndpoint(TestService.settings()) { address in
            let second = try await Self.life(at: address, remembering: old.json.text(), count: 2)
            #expect(second.requests == ["GET", "POST server/discover"])
            #expect(second.written == HTTPEraRecord(transport: .modern, revision: .latest).json.text())
        }
    }
}
