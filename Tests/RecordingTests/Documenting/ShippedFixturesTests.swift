import Fixtures
import Foundation
import Health
import JSON
import Recording
import Redaction
import Registry
import Testing

@Suite("The shipped fixtures")
struct ShippedFixturesTests {
    @Test("every entry has all five kinds of the server that it uses", arguments: ShippedFixture.integrations.map(\.id))
    func complete(_ id: String) throws {
        let kinds = ShippedFixture.all.filter { $0.integration.id == id && $0.server == $0.integration.servers.first }
            .map(\.kind)
        #expect(kinds == FixtureDocumentation.kinds)
    }

    @Test("every file belongs to a server of the registry, and can be read")
    func known() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: ShippedFixture.folder).filter {
            $0.hasSuffix(".jsonl")
        }
        #expect(Set(files).subtracting(ShippedFixture.all.map(\.path)).sorted() == [])
    }

    @Test("at least 25 real servers were recorded with their tools")
    func recordedServers() {
        let servers = ShippedFixture.recorded.filter { $0.kind == .tools && !$0.tools.isEmpty }
        #expect(servers.count >= 25)
    }

    @Test("each says what it is, where it comes from and until when it counts", arguments: ShippedFixture.all)
    func header(_ shipped: ShippedFixture) throws {
        let header = shipped.fixture.header
        #expect(header.integration == shipped.integration.id)
        #expect(header.kind == shipped.kind)
        #expect(try #require(header.expires) > header.recordedAt)
        #expect(header.server.package == shipped.server.package.map { "\(shipped.server.kind.rawValue):\($0)" })
        #expect(header.server.version == shipped.server.version)
        switch header.provenance {
        case .recorded: #expect(!header.server.command.isEmpty && header.server.command[0].contains("/") == false)
        case .documented(let sources): #expect(!sources.isEmpty)
        }
    }

    @Test("none holds a credential, or the place of somebody's files", arguments: ShippedFixture.all)
    func clean(_ shipped: ShippedFixture) {
        var scrubber = Scrubber()
        for entry in shipped.fixture.entries { #expect(scrubber.value(entry.message) == entry.message) }
        // One server's tool has this place in its description, as an example.
        let text = shipped.fixture.text.replacing("/home/user/document.pdf", with: "")
        for place in ["/root/", "/home/", "/tmp/", "/Users/", "127.0.0.1:"] {
            #expect(!text.contains(place), "\(place)")
        }
    }

    @Test("a replay answers the requests of each recording as the server did", arguments: ShippedFixture.recorded)
    func replays(_ shipped: ShippedFixture) {
        var machine = ReplayMachine(shipped.fixture)
        for cue in shipped.requests {
            let message: JSONObject = [
                "jsonrpc": "2.0", "id": cue.id ?? .null, "method": .string(cue.form.method),
                "params": .object(cue.params ?? [:]),
            ]
            let actions = machine.receive(JSONValue.object(message).utf8(), at: .zero).actions
            let answers = actions.compactMap { action -> JSONValue? in
                guard case .send(let bytes, _) = action, let said = try? JSONValue(parsing: bytes) else { return nil }
                return said["id"] == cue.id ? said : nil
            }
            if let answer = cue.answer { #expect(answers == [answer]) }
            guard let code = cue.exitCode else { continue }
            #expect(actions.last == .exit(code))
            machine = ReplayMachine(shipped.fixture)
        }
    }

    @Test("each is judged to be what it is filed as", arguments: ShippedFixture.all.filter { $0.kind.expected != nil })
    func judged(_ shipped: ShippedFixture) throws {
        let outcome = shipped.outcome
        var expected = try #require(shipped.kind.expected)
        // Where the server says nothing, there is nothing to be judged.
        if shipped.requests.last?.steps.isEmpty == true, shipped.kind != .probeOK { expected.insert(.timeout) }
        #expect(expected.contains(outcome.code), "\(outcome.evidence)")
    }

    @Test(
        "the registry knows the tools that were recorded",
        arguments: ShippedFixture.recorded.filter { $0.kind == .tools }
    )
    func tools(_ shipped: ShippedFixture) throws {
        let known = shipped.integration.listedTools(of: shipped.server)
        let names = shipped.tools.compactMap { $0["name"]?.stringValue }
        #expect(Set(names).subtracting(known.map(\.name)).sorted() == [], "listed, and not in the entry")
        #expect(Set(known.map(\.name)).subtracting(names).sorted() == [], "in the entry, and not listed")
        let required = Dictionary(known.map { ($0.name, $0.required) }) { first, _ in first }
        for tool in shipped.tools {
            guard let name = tool["name"]?.stringValue, let wanted = required[name] ?? nil else { continue }
            let listed = (tool["inputSchema"]?["required"]?.arrayValue ?? []).compactMap(\.stringValue)
            #expect(listed.sorted() == wanted.sorted(), "what \(name) requires")
        }
    }
}

extension FixtureKind {
    /// What a contact comes to in this situation; nil where no credential is tried.
    fileprivate var expected: Set<OutcomeCode>? {
        switch self {
        case .probeOK: [.ok]
        case .credentialMissing: [.credentialMissing]
        case .credentialWrong: [.credentialInvalid, .credentialExpired]
        default: nil
        }
    }
}
