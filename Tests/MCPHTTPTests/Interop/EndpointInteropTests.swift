import JSON
import MCP
import MCPConnection
import TestSupport
import Testing

@testable import MCPHTTP

@Suite("Our endpoint with clients of others", .enabled(if: !PythonPeer.all.isEmpty), .serialized)
struct EndpointInteropTests {
    static let cases = PythonPeer.all.flatMap { peer in
        (peer.isModern ? ["auto", "legacy"] : ["default"]).map { (peer, $0) }
    }

    @Test("is listed and called in the way of 2024-11-05", .timeLimit(.minutes(2)), arguments: PythonPeer.all)
    func eventStream(peer: PythonPeer) async throws {
        let endpoint = EventStreamEndpoint(TestService.settings(), clock: ContinuousClock())
        try await withServer(endpoint.router(), endpoint, path: "/sse") { address in
            try await peer.withScript(
                PythonPeer.script("Fixtures/client.py"),
                arguments: [peer.kind, "sse", address.description]
            ) { line, _ in
                let seen = try JSONValue(parsing: line)
                #expect(seen["tools"] == 7)
                #expect(seen["echo"] == .string(#"{"text":"zażółć ✓\n"}"#))
                #expect(seen["steps"] == [1, 2, 3, 4])
                #expect(seen["big"] == 200_000)
                #expect(seen["many"] == true)
            }
        }
    }

    @Test("is listed and called, with headers, progress and questions", .timeLimit(.minutes(2)), arguments: cases)
    func session(peer: PythonPeer, mode: String) async throws {
        try await withEndpoint(TestService.settings()) { address in
            try await peer.withScript(
                PythonPeer.script("Fixtures/client.py"),
                arguments: [peer.kind, mode, address.description]
            ) { line, _ in
                let seen = try JSONValue(parsing: line)
                #expect(seen["tools"] == 7)
                #expect(seen["echo"] == .string(#"{"text":"zażółć ✓\n"}"#))
                #expect(seen["query"] == .string(#"{"region":"eu zażółć","limit":3}"#))
                #expect(seen["count"] == "counted")
                #expect(seen["steps"] == [1, 2, 3, 4])
                #expect(seen["big"] == 200_000)
                #expect(seen["many"] == true)
                if let version = seen["protocol"]?.stringValue {
                    #expect(version == (mode == "auto" ? "2026-07-28" : "2025-11-25"))
                }
                if let answer = seen["ask"] {
                    #expect(answer == .string(#"{"action":"accept","content":{"said":"yes"}}"#))
                }
            }
        }
    }
}
