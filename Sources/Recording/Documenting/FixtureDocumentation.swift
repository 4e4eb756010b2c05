package import Fixtures
import JSON
import MCP
import MockMCP
package import Registry

/// Fixtures for a server that was not run: a mock plays it from the facts of its entry, and says so.
package struct FixtureDocumentation: Sendable {
    /// What every server of an entry should be known for.
    package static let kinds: [FixtureKind] = [.handshake, .tools, .probeOK, .credentialMissing, .credentialWrong]

    /// Days for which a documented fixture is believed.
    package static let lifeInDays = 180

    private let integration: Integration
    private let server: IntegrationServer

    /// Takes one server of an entry.
    package init(_ integration: Integration, server: IntegrationServer) {
        self.integration = integration
        self.server = server
    }

    /// Why a kind cannot be documented, in a few words; nil when it can.
    package func obstacle(to kind: FixtureKind) -> String? {
        if (integration.provenance(of: server)?.sources ?? []).isEmpty { return "the entry names no source" }
        if integration.tools(of: server).isEmpty { return "no tools are known" }
        guard kind != .handshake, kind != .tools else { return nil }
        guard integration.probe(of: server) != nil else { return "no probe is known" }
        guard let cause = kind.cause else { return nil }
        return server.reactions[cause] == nil ? "no reaction to '\(cause.rawValue)' is known" : nil
    }

    /// Plays the conversation of a kind; nil where something stands in its way.
    ///
    /// What does, says ``obstacle(to:)``. The same facts give the same fixture.
    package func fixture(_ kind: FixtureKind, on day: CalendarDay) -> Fixture? {
        guard obstacle(to: kind) == nil, let provenance = integration.provenance(of: server) else { return nil }
        let condition = kind.cause.map { MockCondition.troubled($0) } ?? .sound
        var mock = MockServer(integration, server: server, condition: condition)
        // A server of which nothing is known speaks what servers spoke before discovery.
        if server.era == nil { mock = mock.speaking(.legacy) }
        var talk = MockConversation(mock, configuration: Self.client, target: target)
        talk.open()
        if kind == .tools { Self.list(&talk) }
        if kind != .handshake, kind != .tools, let probe = integration.probe(of: server) {
            let arguments = probe.arguments(given: integration.sampleConfiguration(of: server))
            _ = talk.request("tools/call", ["name": .string(probe.tool), "arguments": .object(arguments)])
        }
        talk.end()
        var fixture = Fixture(header: header(kind, provenance, day), entries: talk.entries)
        fixture.header.revision = CueBook(fixture).revision
        return fixture
    }

    private static let client = ClientConfiguration(
        info: Implementation(name: "openwork-conform", version: "0.1.0")
    )

    private static func list(_ talk: inout MockConversation) {
        var params = JSONObject()
        while let page = talk.request("tools/list", params), let cursor = page["nextCursor"] {
            params["cursor"] = cursor
        }
    }

    private func header(_ kind: FixtureKind, _ facts: Registry.Provenance, _ day: CalendarDay) -> FixtureHeader {
        FixtureHeader(
            integration: integration.id,
            kind: kind,
            provenance: .documented(sources: facts.sources),
            server: FixtureServer(
                package: server.package.map { "\(server.kind.rawValue):\($0)" },
                version: server.version,
                url: server.url
            ),
            transport: target == nil ? .stdio : .http,
            recordedAt: day,
            expires: day.adding(days: Self.lifeInDays),
            note: "This is no recording: a mock played the server from the facts of its registry entry "
                + "(confidence: \(facts.confidence.rawValue)). What tools answer is made up, and so are argument types."
        )
    }

    /// The path of the address; nil for a server on pipes.
    private var target: String? {
        guard server.transport != .stdio else { return nil }
        let address = server.url ?? ""
        let behindScheme = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let path = behindScheme.drop { $0 != "/" }
        return path.isEmpty ? "/" : String(path)
    }
}

extension FixtureKind {
    /// What is wrong in this situation; nil where all is well.
    fileprivate var cause: ReactionCause? {
        switch self {
        case .credentialMissing: .missing
        case .credentialWrong: .invalid
        default: nil
        }
    }
}
