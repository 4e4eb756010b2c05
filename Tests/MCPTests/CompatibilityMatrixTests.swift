import JSON
import MCP
import Testing

/// The seven rows of the compatibility matrix.
///
/// See https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning#compatibility-matrix
@Suite("Any client meets any server")
struct CompatibilityMatrixTests {
    enum Outcome: Sendable { case works(ProtocolRevision), fails }

    static let rows: [(client: RevisionOffer, server: RevisionOffer, Outcome, methods: [String])] = [
        (.modern, .modern, .works(.july2026), ["server/discover"]),
        (.modern, .legacy, .fails, ["server/discover"]),
        (.all, .modern, .works(.july2026), ["server/discover"]),
        (.all, .legacy, .works(.november2025), ["server/discover", "initialize", "notifications/initialized"]),
        (.legacy, .modern, .fails, ["initialize"]),
        (.legacy, .all, .works(.november2025), ["initialize", "notifications/initialized"]),
        (.legacy, .legacy, .works(.november2025), ["initialize", "notifications/initialized"]),
        // Not a row of its own there: both sides prefer the newer era.
        (.all, .all, .works(.july2026), ["server/discover"]),
    ]

    @Test("each pair works in the revision both know best, or fails clearly", arguments: rows)
    func row(row: (client: RevisionOffer, server: RevisionOffer, outcome: Outcome, methods: [String])) {
        var connection = Connection(client: .testing(row.client), server: .testing(row.server))
        connection.open()
        #expect(connection.methods == row.methods)
        #expect(connection.told.violations.isEmpty && connection.asked.violations.isEmpty)
        switch row.outcome {
        case .works(let revision):
            #expect(connection.client.revision == revision)
            let id = connection.request("tools/list")
            connection.answer(id, with: ["tools": []])
            guard case .result(let result)? = connection.told.completions[id]?.first else {
                Issue.record("\(connection.told)")
                return
            }
            #expect(result.value["tools"] == [])
        case .fails:
            #expect(connection.told.failure != nil)
        }
    }

    @Test("a pinned client and a dual-era server speak the pinned revision", arguments: ProtocolRevision.allCases)
    func pinnedClient(revision: ProtocolRevision) {
        var connection = Connection(client: .testing(.only(revision)), server: .testing(.all))
        connection.open()
        #expect(connection.client.revision == revision)
        #expect(connection.told.violations.isEmpty && connection.asked.violations.isEmpty)
    }

    @Test("a dual-era client follows a server of any one revision", arguments: ProtocolRevision.allCases)
    func pinnedServer(revision: ProtocolRevision) {
        var connection = Connection(client: .testing(.all), server: .testing(.only(revision)))
        connection.open()
        #expect(connection.client.revision == revision)
    }

    @Test("two sides pinned apart fail by name instead of talking past each other")
    func pinnedApart() {
        for client in ProtocolRevision.allCases {
            for server in ProtocolRevision.allCases where server != client {
                var connection = Connection(client: .testing(.only(client)), server: .testing(.only(server)))
                connection.open()
                #expect(connection.told.failure != nil, "\(client) and \(server)")
            }
        }
    }

    @Test("a server silent on the probe is met with initialize after the bound")
    func silentOnProbe() {
        var connection = Connection(client: .testing(.all), server: .testing(.legacy))
        connection.ignores = ["server/discover"]
        connection.open()
        #expect(connection.client.revision == nil)
        connection.fire(.probe)
        #expect(connection.client.revision == .november2025)
        #expect(connection.timers.isEmpty)
    }

    @Test("progress, cancellation and server requests cross between the two", arguments: ProtocolRevision.allCases)
    func conversation(revision: ProtocolRevision) {
        var connection = Connection(
            client: .testing(.only(revision), capabilities: ClientCapabilities(["roots": [:]])),
            server: .testing(.only(revision))
        )
        connection.open()
        let (id, actions) = connection.client.request("tools/call", options: RequestOptions(wantsProgress: true))
        connection.perform(actions)
        connection.perform(connection.server.progress(of: id, 1))
        #expect(connection.told.contains(.progress(id, Progress(token: id, progress: 1))))
        connection.perform(connection.client.cancel(id))
        #expect(connection.asked.contains(.cancelled(id, reason: nil)))
        let (asked, question) = connection.server.request("roots/list")
        connection.perform(question)
        connection.perform(connection.client.respond(to: asked, with: .success(["roots": []])))
        let answered = connection.asked.contains(.complete(asked, .result(["roots": []])))
        #expect(answered == (revision.era == .legacy))
        #expect(connection.told.violations.isEmpty && connection.asked.violations.isEmpty)
        #expect(connection.timers.isEmpty)
    }
}
