import Registry
import Testing

@testable import Conformance

@Suite("The suite of an integration, as a file")
struct EntrySuiteTests {
    @Test("says the same when it is written and read again", arguments: EntryTrial.ids)
    func roundTrip(id: String) throws {
        let suite = EntrySuite(try #require(try EntryTrial.entry(id)))
        #expect(!suite.servers.isEmpty)
        #expect(try EntrySuite(suite.yaml, of: id) == suite)
    }

    @Test("names every cause once, as tried or as left out with a reason")
    func causes() throws {
        let server = try #require(EntrySuite(try Specimen.entry()).server("npm"))
        #expect(server.tries == ReactionCause.allCases.map(\.rawValue))
        #expect(server.skips.isEmpty)
        #expect(server.probe == "who_am_i")
        var silent = try Specimen.entry()
        silent.servers[0].reactions = [:]
        let skipped = try #require(EntrySuite(silent).server("npm"))
        #expect(skipped.tries.isEmpty)
        #expect(skipped.skips["invalid"] == "the entry does not say what npm does under invalid")
    }

    @Test(
        "is read as it was written, whatever its words hold",
        arguments: ["\u{7F}", "\u{9F}", "a\u{FEFF}b", "\u{85}a: [", "a\u{2028}b", "é\n# \"x\""]
    )
    func words(_ text: String) throws {
        let server = EntrySuite.Server(id: "npm", probe: text, tries: ["missing"], skips: ["invalid": text])
        let suite = EntrySuite(integration: "x", servers: [server])
        #expect(try EntrySuite(suite.yaml, of: "x") == suite)
    }

    @Test("is read as people write it")
    func byHand() throws {
        let text = """
            servers:
              npm: { tries: [invalid] }   # nothing else
              remote:
                probe: me
                skips: { missing: "it: never says" }
            """
        let suite = try EntrySuite(text, of: "x")
        #expect(suite.integration == "x")
        #expect(suite.servers.map(\.id) == ["npm", "remote"])
        #expect(suite.server("npm")?.tries == ["invalid"])
        #expect(suite.server("npm")?.probe == nil)
        #expect(suite.server("remote")?.skips == ["missing": "it: never says"])
        #expect(suite.server("oci") == nil)
    }

    @Test(
        "is refused with the place and the fix",
        arguments: [
            ("", "it is empty"), ("servers: [", "it is no YAML"), ("probe: x", "servers is missing"),
            ("servers: [npm]", "servers is missing"), ("servers: { npm: { tries: [wrong] } }", "servers.npm: wrong"),
            ("servers: { npm: { skips: { expried: x } } }", "use expired, invalid"),
            ("servers:\n  ? a: b\n  : {}", "is no id of a server"),
            ("servers: { 1: {}, \"1\": {} }", "servers.1: it stands there twice"),
        ]
    )
    func refused(text: String, says: String) {
        let fault = #expect(throws: EntrySuite.Fault.self) { try EntrySuite(text, of: "x") }
        #expect(fault?.description.contains(says) ?? false, "\(fault?.description ?? "")")
    }
}
