import Drift
import Fixtures
import JSON
import Registry
import Testing

@Suite("Lists of tools that are shorter or longer for a reason")
struct ToolListingTests {
    private static func listing(_ names: [String], gap: String? = nil, scopes: Set<String>? = nil) -> ToolListing {
        ToolListing(definitions: names.map { ["name": .string($0)] }, gap: gap, scopes: scopes)
    }

    @Test("fewer tools because a credential may do less are no drift, in neither direction")
    func scopes() {
        let more = Self.listing(["read", "write"], scopes: ["repo", "admin"])
        let less = Self.listing(["read"], scopes: ["repo"])
        for report in [ToolComparison.compare(more, less), ToolComparison.compare(less, more)] {
            #expect(report.findings.isEmpty)
            #expect(report.excused == [DriftReport.Excused("write", "listed without admin")])
        }
        let equal = Self.listing(["read"], scopes: ["repo", "admin"])
        #expect(ToolComparison.compare(more, equal).findings.map(\.kind) == [.toolRemoved])
    }

    @Test(
        "a tool whose scopes are known is missed only where they were granted",
        arguments: [
            (["repo"], true), (["repo", "admin"], false),
        ]
    )
    func knownScopes(_ granted: [String], _ isExcused: Bool) {
        let facts = ToolListing([ListedTool("write", facts: ArgumentFacts(), scopes: ["admin"])])
        let report = ToolComparison.compare(facts, Self.listing([], scopes: Set(granted)))
        #expect(report.excused.isEmpty != isExcused)
        #expect(report.findings.isEmpty == isExcused)
    }

    @Test("pages that were not fetched hide nothing and add nothing")
    func pages() {
        let part = Self.listing(["a"], gap: "the recording lacks pages of the list")
        #expect(ToolComparison.compare(Self.listing(["a", "b"]), part).findings.isEmpty)
        #expect(ToolComparison.compare(part, Self.listing(["a", "b"])).findings.isEmpty)
        #expect(ToolComparison.compare(part, Self.listing([])).findings.map(\.kind) == [.toolRemoved])
    }

    @Test("a tool that two pages repeat is one tool")
    func overlap() {
        #expect(ToolComparison.compare(Self.listing(["a", "b", "b"]), Self.listing(["a", "b"])).findings.isEmpty)
    }

    @Test("a server that shuffles its list changes no order")
    func shuffling() {
        var shuffled = Self.listing(["b", "a"])
        shuffled.hasOrder = false
        #expect(ToolComparison.compare(Self.listing(["a", "b"]), shuffled).findings.isEmpty)
    }

    @Test("a recording gives its last listing, over all its pages")
    func recording() throws {
        func entry(_ from: FixtureEntry.Origin, _ message: JSONValue) -> FixtureEntry {
            FixtureEntry(at: 0, from: from, message: message)
        }
        var entries = [
            entry(.client, ["jsonrpc": "2.0", "id": 1, "method": "tools/list"]),
            entry(.server, ["jsonrpc": "2.0", "id": 1, "result": ["tools": [["name": "a"]], "nextCursor": "2"]]),
            entry(.client, ["jsonrpc": "2.0", "id": 2, "method": "tools/list", "params": ["cursor": "2"]]),
            entry(.server, ["jsonrpc": "2.0", "id": 2, "result": ["tools": [["name": "b"]]]]),
        ]
        let header = FixtureHeader(kind: .tools, recordedAt: CalendarDay(daysSinceEpoch: 20_000))
        let whole = try #require(ToolListing(Fixture(header: header, entries: entries)))
        #expect(whole == Self.listing(["a", "b"]))
        entries.removeLast(2)
        #expect(ToolListing(Fixture(header: header, entries: entries))?.gap != nil)
        #expect(ToolListing(Fixture(header: header, entries: [])) == nil)
    }

    @Test("an entry is held against a definition by what it claims: names, arguments, whether it only reads")
    func facts() throws {
        var entry = Integration(id: "x", name: "X", servers: [IntegrationServer(.npm, package: "x")])
        entry.tools = [ToolFacts("list_issues", required: ["state"], optional: ["count", "place"], readOnly: true)]
        let server = try #require(entry.preferredServer)
        let live = ToolListing(definitions: [SampleTools.first])
        #expect(ToolComparison.compare(ToolListing(entry, server: server), live).findings.isEmpty)
        entry.tools[0].required = []
        entry.tools[0].optional = ["state", "colour"]
        entry.tools.append(ToolFacts("gone"))
        let report = ToolComparison.compare(ToolListing(entry, server: server), live)
        #expect(report.findings.map(\.kind) == [.toolRemoved, .inputNarrowed, .inputWidened])
        entry.hasAllTools = false
        let claimed = ToolComparison.compare(live, ToolListing(entry, server: server)).findings
        #expect(claimed.map(\.kind) == [.toolAdded, .inputNarrowed, .inputWidened])
    }

    @Test("tools of a group that is off by default, or behind a generic one, may be missing")
    func toolsets() throws {
        var entry = Integration(id: "x", name: "X", servers: [IntegrationServer(.npm, package: "x")])
        entry.tools = [ToolFacts("a"), ToolFacts("b"), ToolFacts("c")]
        entry.toolsets = [Toolset("write", onByDefault: false)]
        entry.tools[1].toolset = "write"
        entry.tools[2].via = "a"
        let facts = ToolListing(entry, server: try #require(entry.preferredServer))
        #expect(facts.tools.map(\.name) == ["a", "b"])
        let report = ToolComparison.compare(facts, Self.listing(["a"]))
        #expect(report.findings.isEmpty)
        #expect(report.excused == [DriftReport.Excused("b", "the toolset write is off by default")])
    }
}
