import Conformance
import MCP
import MockEverything
import Testing

/// A row of the table: one scenario, played over HTTP to a gateway in front of the server.
struct GatewayRow: Sendable, CustomTestStringConvertible {
    let id: String
    let revision: ProtocolRevision
    /// What is spoken behind the gateway.
    let upstream: ProtocolRevision

    var testDescription: String { "\(id) \(revision), \(upstream) behind the gateway" }

    static let all: [GatewayRow] = OfficialScenarios.revisions.flatMap { revision in
        OfficialScenarios.server(in: revision).flatMap { id in
            OfficialScenarios.revisions.map { GatewayRow(id: id, revision: revision, upstream: $0) }
        }
    }
}

@Suite("Scenarios of the official suite, with a gateway in front", .timeLimit(.minutes(1)))
struct GatewayScenarioTests {
    @Test("nothing is lost in the middle", arguments: GatewayRow.all)
    func passes(row: GatewayRow) async throws {
        let scenario = try #require(ServerScenario.byID[row.id])
        try await GatewayInFront.$upstream.withValue(row.upstream) {
            try await scenario.play(Scene(reach: .http, revision: row.revision))
        }
    }
}
