import JSON
import MockMCP
import Registry
import Testing

@testable import Conformance

@Suite("A shelf of mocks")
struct MockShelfTests {
    private static func play(_ change: (inout Integration) -> Void = { _ in }, key: String = "1") -> EntryPlay {
        let server = IntegrationServer(.npm, package: "acme-mcp", version: "1.2.3")
        var entry = Integration(id: "acme", name: "Acme", servers: [server])
        entry.tools = [ToolFacts("get_me", required: [], optional: [], readOnly: true)]
        change(&entry)
        return EntryPlay(entry, server, .sound, configuration: ["ACME_KEY": key])
    }

    private static func tools(_ shelf: MockShelf, _ play: EntryPlay, _ condition: MockCondition = .sound) -> String {
        shelf.mock(play, condition).script.text(.pretty)
    }

    @Test("gives the same mock for the same performance")
    func same() {
        let shelf = MockShelf()
        #expect(Self.tools(shelf, Self.play()) == Self.tools(shelf, Self.play()))
    }

    @Test("builds another one for an entry of the same id that says otherwise")
    func changed() {
        let shelf = MockShelf()
        let before = Self.tools(shelf, Self.play())
        let after = Self.tools(shelf, Self.play { $0.tools[0].name = "whoami" })
        #expect(before.contains("get_me") && !before.contains("whoami"))
        #expect(after.contains("whoami") && !after.contains("get_me"))
    }

    @Test("minds what is configured, which may switch tools on")
    func configured() {
        let change: (inout Integration) -> Void = { entry in
            var set = Toolset("more", onByDefault: false)
            set.environment = ["ACME_KEY": "2"]
            entry.toolsets = [set]
            entry.tools[0].toolset = "more"
        }
        let shelf = MockShelf()
        #expect(!Self.tools(shelf, Self.play(change, key: "1")).contains("get_me"))
        #expect(Self.tools(shelf, Self.play(change, key: "2")).contains("get_me"))
        #expect(!Self.tools(shelf, Self.play(change, key: "1")).contains("get_me"))
    }

    @Test("forgets the oldest and builds it again")
    func full() {
        let shelf = MockShelf()
        let first = Self.tools(shelf, Self.play())
        for number in 0..<20 { _ = shelf.mock(Self.play(key: "other \(number)"), .sound) }
        #expect(Self.tools(shelf, Self.play()) == first)
    }
}
