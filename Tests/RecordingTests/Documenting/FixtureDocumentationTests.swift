import Fixtures
import JSON
import MCP
import Recording
import Registry
import Testing

@Suite("Fixtures from the facts of an entry")
struct FixtureDocumentationTests {
    static let day = CalendarDay(daysSinceEpoch: 20_000)

    static func documentation(_ id: String) throws -> FixtureDocumentation {
        let integration = try #require(ShippedFixture.integrations.first { $0.id == id })
        return FixtureDocumentation(integration, server: try #require(integration.preferredServer))
    }

    @Test("the same facts give the same file", arguments: ShippedFixture.integrations.map(\.id))
    func deterministic(_ id: String) throws {
        let documentation = try Self.documentation(id)
        for kind in FixtureDocumentation.kinds {
            let first = try #require(documentation.fixture(kind, on: Self.day), "\(kind.rawValue)")
            #expect(documentation.fixture(kind, on: Self.day) == first)
            #expect(try Fixture(parsing: first.text) == first)
        }
    }

    @Test("a documented file on the shelf is what its entry says today", arguments: ShippedFixture.all)
    func current(_ shipped: ShippedFixture) throws {
        guard shipped.fixture.header.provenance != .recorded else { return }
        let documentation = FixtureDocumentation(shipped.integration, server: shipped.server)
        let today = try #require(documentation.fixture(shipped.kind, on: shipped.fixture.header.recordedAt))
        #expect(today.text == shipped.fixture.text, "run: openwork-conform fixtures document \(shipped.integration.id)")
    }

    @Test("a server behind HTTP refuses with a status")
    func remote() throws {
        let fixture = try #require(try Self.documentation("notion").fixture(.handshake, on: Self.day))
        #expect(fixture.header.provenance != .recorded)
        let stripe = try #require(try Self.documentation("stripe").fixture(.credentialMissing, on: Self.day))
        #expect(stripe.header.transport == .http)
        #expect(CueBook(stripe).cues.first?.status == 401)
    }

    @Test("what is not known is not made up")
    func obstacles() {
        var integration = Integration(id: "sample", name: "Sample")
        let server = IntegrationServer(.npm, package: "sample")
        integration.servers = [server]
        let bare = FixtureDocumentation(integration, server: server)
        #expect(bare.obstacle(to: .tools) == "the entry names no source")
        #expect(bare.fixture(.tools, on: Self.day) == nil)
        integration.provenance = Provenance(.docs, sources: ["https://example.com"])
        integration.tools = [ToolFacts("look")]
        let listed = FixtureDocumentation(integration, server: server)
        #expect(listed.fixture(.tools, on: Self.day) != nil)
        #expect(listed.obstacle(to: .probeOK) == "no probe is known")
        integration.probe = Probe("look")
        let probed = FixtureDocumentation(integration, server: server)
        #expect(probed.fixture(.probeOK, on: Self.day) != nil)
        #expect(probed.obstacle(to: .credentialWrong) == "no reaction to 'invalid' is known")
    }
}
