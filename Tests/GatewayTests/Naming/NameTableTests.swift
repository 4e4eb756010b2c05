import Gateway
import Testing

@Suite("Names that agents see")
struct NameTableTests {
    private static func origins(_ texts: [String]) -> [ToolOrigin] {
        texts.map { text in
            let parts = text.split(separator: "/", maxSplits: 1)
            return ToolOrigin(integration: String(parts[0]), name: String(parts[1]))
        }
    }

    @Test("a name that only one integration uses stays as it is")
    func unique() {
        let table = NameTable(Self.origins(["github/create_issue", "slack/post"]))
        #expect(table[ToolOrigin(integration: "github", name: "create_issue")] == "create_issue")
        #expect(table.origin(of: "post") == ToolOrigin(integration: "slack", name: "post"))
        #expect(table.origin(of: "nobody") == nil)
        #expect(table.collisions.isEmpty)
    }

    @Test("of a name that several use, all parties get the long form")
    func collision() {
        let all = Self.origins(["github/search", "jira/search", "jira/create"])
        let table = NameTable(all)
        #expect(all.map { table[$0] } == ["github__search", "jira__search", "create"])
        #expect(table.collisions == ["search": Array(all.prefix(2))])
        #expect(table.origin(of: "search") == nil)
    }

    @Test("an own name that looks like somebody's long name gets the long form too")
    func masquerade() {
        let all = Self.origins(["a/t", "b/t", "c/a__t"])
        let table = NameTable(all)
        #expect(all.map { table[$0] } == ["a__t", "b__t", "c__a__t"] || Set(all.map { table[$0] }).count == 3)
        #expect(table[all[2]] == "c__a__t")
        for origin in all { #expect(table.origin(of: table[origin] ?? "") == origin) }
    }

    @Test("the table is the same in every order of configuration", arguments: 0..<20)
    func order(seed: UInt64) {
        var all = Self.origins(
            (0..<40).flatMap { tool in
                ["a/tool\(tool % 30)", "b/tool\(tool % 25)", "c/\(String(repeating: "x", count: tool + 20))"]
            }
        )
        let table = NameTable(all)
        var generator = Shuffling(state: seed)
        all.shuffle(using: &generator)
        #expect(NameTable(all) == table)
    }

    @Test("no name is longer than the limit, and all stay apart", arguments: [(64, 16), (64, 40), (30, 0)])
    func limit(total: Int, prefix: Int) {
        let limit = NameLimit(total: total, clientPrefix: prefix)
        let stem = String(repeating: "very_long_", count: 8)
        let all = (0..<200).map { ToolOrigin(integration: "integration-\($0 % 3)", name: "\(stem)\($0 / 2)") }
        let table = NameTable(all, limit: limit)
        let names = all.compactMap { table[$0] }
        #expect(names.count == 200 && Set(names).count == Set(all).count)
        #expect(names.allSatisfy { $0.count <= limit.characters })
        for origin in all { #expect(table.origin(of: table[origin] ?? "") == origin) }
    }

    @Test("a shortened name does not depend on who else is there")
    func stable() {
        let long = ToolOrigin(integration: "notion", name: String(repeating: "n", count: 80))
        let alone = NameTable([long])
        let among = NameTable([long] + Self.origins(["a/b", "c/d"]))
        #expect(alone[long] == among[long])
        #expect(alone[long]?.count == 48)
    }
}

/// Any fixed sequence will do.
private struct Shuffling: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
