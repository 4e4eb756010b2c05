import JSON
import MCP
import MCPConnection
import TestSupport
import Testing

@Suite(
    "The server with everything, with clients of others",
    .enabled(if: !PythonPeer.all.isEmpty),
    .serialized,
    .timeLimit(.minutes(3))
)
struct PythonClientTests {
    /// A client of somebody else, in one of the ways in which it can be told to find the revision.
    struct Visitor: Sendable, CustomTestStringConvertible {
        let peer: PythonPeer
        let mode: String

        var testDescription: String { "\(peer.name) \(mode)" }

        /// What it is to agree on with a server of one revision, or of all.
        func agreement(with revision: ProtocolRevision?) -> ProtocolRevision? {
            let known = peer.revisions.filter { mode != "legacy" || $0.era == .legacy }
            return revision.map { known.contains($0) ? $0 : nil } ?? known.max()
        }

        static let all = PythonPeer.all.flatMap { peer in
            (peer.isModern ? ["auto", "legacy"] : ["default"]).map { Visitor(peer: peer, mode: $0) }
        }
    }

    /// A server of one revision, or of all, and what its visitor is to agree on with it.
    private struct Visit {
        let flags: [String]
        let revision: ProtocolRevision
    }

    /// A visit for every revision that both know, and one to a server that knows them all.
    private static func visits(of visitor: Visitor) -> [Visit] {
        let servers = ProtocolRevision.allCases.map(Optional.some) + [nil]
        return servers.compactMap { server in
            visitor.agreement(with: server).map { agreement in
                Visit(flags: server.map { ["--revision", $0.rawValue] } ?? [], revision: agreement)
            }
        }
    }

    @Test("is listed, called, read and asked for a prompt", arguments: Visitor.all, Reach.allCases)
    func visit(visitor: Visitor, reach: Reach) async throws {
        let visits = Self.visits(of: visitor)
        let seen = try await Self.withTargets(of: visits[...], reach) { targets in
            try await visitor.peer.result(
                of: PythonPeer.script("client.py"),
                arguments: [visitor.peer.kind, visitor.mode] + targets
            )
        }
        #expect(seen.arrayValue?.count == visits.count)
        for (index, visit) in visits.enumerated() {
            #expect(seen[index] == (try await Self.expected(in: visit.revision)), "\(visit.flags)")
        }
    }

    /// What our own client sees in the same revision.
    private static func expected(in revision: ProtocolRevision) async throws -> JSONValue {
        try await Scene(reach: .stdio, revision: revision).open(capabilities: .none) { stage in
            func names(_ method: String, _ member: String) async throws -> JSONValue {
                let items = try await stage.result(method)[member]?.arrayValue ?? []
                return .array(items.compactMap { $0["name"]?.stringValue }.sorted().map { .string($0) })
            }
            let prompt = try await stage.result("prompts/get", ["name": "test_simple_prompt"])
            let resource = try await stage.result("resources/read", ["uri": "test://static-text"])
            return [
                "protocol": .string(revision.rawValue),
                "tools": try await names("tools/list", "tools"),
                "prompts": try await names("prompts/list", "prompts"),
                "resources": try await names("resources/list", "resources"),
                "call": "This is a simple text response for testing.",
                "read": resource["contents"]?[0]?["text"] ?? nil,
                "prompt": prompt["messages"]?[0]?["content"]?["text"] ?? nil,
            ]
        }
    }

    /// The targets of visits: commands to start, or addresses of servers that run while the body does.
    private static func withTargets<Value: Sendable>(
        of visits: ArraySlice<Visit>,
        _ reach: Reach,
        _ targets: [String] = [],
        _ body: ([String]) async throws -> Value
    ) async throws -> Value {
        guard let visit = visits.first else { return try await body(targets) }
        let rest = visits.dropFirst()
        guard reach == .http else {
            let program = Scene.program(["everything"] + visit.flags)
            let command = JSONValue.array(([program.executable] + program.arguments).map { .string($0) })
            return try await withTargets(of: rest, reach, targets + [command.text()], body)
        }
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        let program = Scene.program(["everything", "--transport", "http"] + visit.flags)
        return try await withServerProcess(program, clock: ContinuousClock(), onErrorLine: { sink.yield($0) }) { _ in
            var iterator = lines.makeAsyncIterator()
            let line = try #require(await iterator.next())
            let address = try #require(line.split(separator: " ").last.map(String.init))
            return try await withTargets(of: rest, reach, targets + [address], body)
        }.value
    }
}
