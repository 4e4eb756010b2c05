import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockMCP
import MockMCPHTTP
import Synchronization
import Testing

@Suite("A mock over HTTP", .timeLimit(.minutes(1)))
struct MockHTTPServerTests {
    @Test("lists and calls in every revision", arguments: ProtocolRevision.allCases)
    func revisions(revision: ProtocolRevision) async throws {
        try await MockServer.sample.withHTTP { url in
            let run = try await HTTPTalk.client(url, revision) { client in
                #expect(client.server.revision == revision)
                let names = try await client.listTools().map(\.name)
                let sum = try await client.callTool("add", arguments: ["a": 1, "b": 2])
                return (names, sum.value.text())
            }
            let (names, text) = try run.run.value
            #expect(names.first == "echo")
            #expect(text.contains(#"{\"sum\":3}"#), "\(text)")
            #expect(run.run.violations == [])
        }
    }

    @Test("serves only the revisions that it was told to", arguments: [ProtocolRevision.latest, .latestLegacy])
    func pinned(revision: ProtocolRevision) async throws {
        let other: ProtocolRevision = revision == .latest ? .latestLegacy : .latest
        try await MockServer.sample.speaking(try #require(MockRevisions(revision.rawValue))).withHTTP { url in
            let run = try await HTTPTalk.client(url, other) { client in client.server.revision }
            #expect(throws: (any Error).self) { try run.run.value }
            let right = try await HTTPTalk.client(url, revision) { client in client.server.revision }
            #expect(try right.run.value == revision)
        }
    }

    @Test("takes the time that a tool takes, and reports progress")
    func progress() async throws {
        try await MockServer.sample.withHTTP { url in
            let answer = try await HTTPTalk.post(
                url,
                "tools/call",
                ["name": "slow", "arguments": [:]]
            )
            #expect(answer.status == 200)
            #expect(answer.body.contains("Done at last."))
        }
    }

    @Test("tells those who listen that its tools have changed")
    func changes() async throws {
        let mock = MockServer("changing")
            .offering(MockTool("one"))
            .changing(MockChange(after: .calls(1), adding: [MockTool("two")]))
        try await mock.withHTTP { url in
            let run = try await HTTPTalk.client(url, .latest) { client in
                _ = try await client.callTool("one")
                return try await client.listTools().map(\.name)
            }
            #expect(try run.run.value == ["one", "two"])
        }
    }

    @Test("refuses a fault that means nothing here, and names where it does")
    func misfit() async throws {
        let mock = try MockServer.sample.failing("stdout-banner")
        let error = await #expect(throws: MockFaultError.self) { try await mock.withHTTP { _ in } }
        #expect(
            error?.description
                == "fault 'stdout-banner': it means nothing over http: messages do not travel on standard output there. "
                + "Use it over stdio or memory"
        )
    }

    @Test("is gone when it ends by itself")
    func exits() async throws {
        try await MockServer.sample.failing("exit-on@method=tools/call,code=3").withHTTP { url in
            #expect(try await HTTPTalk.post(url).status == 200)
            let call = try await HTTPTalk.post(url, "tools/call", ["name": "echo", "arguments": ["text": "x"]])
            #expect(call.status == 0)
            #expect(call.fault != nil)
            #expect(try await HTTPTalk.post(url).fault != nil)
        }
    }
}
