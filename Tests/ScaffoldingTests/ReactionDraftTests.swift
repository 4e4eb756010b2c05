import Fixtures
import JSON
import Registry
import Scaffolding
import Testing

@Suite("Reactions read off a recording")
struct ReactionDraftTests {
    private static func fixture(_ answer: JSONValue, _ method: String = "tools/call") -> Fixture {
        var message = answer.objectValue ?? [:]
        message["id"] = 1
        let request: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": .string(method)]
        return fixture([
            FixtureEntry(at: 0, from: .client, message: request),
            FixtureEntry(at: 1, from: .server, message: .object(message)),
        ])
    }

    private static func fixture(_ entries: [FixtureEntry]) -> Fixture {
        let header = FixtureHeader(kind: .credentialMissing, recordedAt: CalendarDay(daysSinceEpoch: 20_000))
        return Fixture(header: header, entries: entries)
    }

    @Test("each form has its reaction and what it is recognised by")
    func forms() throws {
        let error = try #require(
            ReactionDraft(
                Self.fixture(["error": ["code": -32603, "message": "API key missing: set 'SHOP_KEY'"]], "initialize"),
                means: .credentialMissing
            )
        )
        #expect(error.reaction.how == .jsonrpc)
        #expect(error.reaction.when == .connect)
        #expect(error.signature?.body == [BodyTest(contains: "API key missing: set")])
        let result: JSONValue = ["result": ["isError": true, "content": [["type": "text", "text": "Unauthorized"]]]]
        let marked = try #require(ReactionDraft(Self.fixture(result), means: .credentialInvalid))
        #expect(marked.reaction == Reaction(.call, .isError, text: "Unauthorized"))
        #expect(marked.signature?.isError == true)
        let ended = try #require(
            ReactionDraft(
                Self.fixture([
                    FixtureEntry(at: 0, from: .client, message: ["jsonrpc": "2.0", "id": 1, "method": "initialize"]),
                    FixtureEntry(at: 1, from: .stderr, message: "SHOP_KEY is required"),
                    FixtureEntry(at: 2, from: .exit, message: ["code": 2, "ending": "byItself"]),
                ]),
                means: .credentialMissing
            )
        )
        #expect(ended.reaction.how == .exit)
        #expect(ended.signature?.exitCode == 2)
        #expect(ended.signature?.body == [BodyTest(contains: "SHOP_KEY is required")])
    }

    @Test("a conversation in which nothing was asked shows nothing")
    func nothing() { #expect(ReactionDraft(Self.fixture([]), means: .credentialMissing) == nil) }
}
