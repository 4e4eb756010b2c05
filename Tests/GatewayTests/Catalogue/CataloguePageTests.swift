import Gateway
import JSON
import MCP
import Testing

@Suite("Pages of a catalogue")
struct CataloguePageTests {
    private static func items(_ names: [String]) -> [OfferedItem] {
        let tools = names.map { RoleCatalogueTests.tool($0) }
        return RoleCatalogue([RoleCatalogueTests.offer("a", tools)], policy: RolePolicy(), approvals: ToolApprovals())
            .tools
    }

    private static func walk(_ list: [OfferedItem], limit: Int) throws -> [String] {
        var names: [String] = []
        var cursor: String?
        repeat {
            let page = try CataloguePage(of: list, after: cursor, limit: limit)
            names += page.items.map(\.key)
            cursor = page.nextCursor
        } while cursor != nil
        return names
    }

    @Test("together hold every item once", arguments: [1, 2, 3, 4, 100])
    func walks(limit: Int) throws {
        #expect(try Self.walk(Self.items(["a", "b", "c", "d"]), limit: limit) == ["a", "b", "c", "d"])
    }

    @Test("go on where they were when the item before the cursor is gone")
    func gone() throws {
        let first = try CataloguePage(of: Self.items(["a", "b", "c"]), after: nil, limit: 2)
        let second = try CataloguePage(of: Self.items(["a", "bb", "c"]), after: first.nextCursor, limit: 2)
        #expect(second.items.map(\.key) == ["bb", "c"] && second.nextCursor == nil)
    }

    @Test("are refused for cursors that were never given", arguments: ["", "0", "after:", "after:zz", "after:5b5d"])
    func foreign(cursor: String) {
        #expect(throws: ErrorObject.invalidParams("cursor is none that was given here")) {
            _ = try CataloguePage(of: [], after: cursor, limit: 1)
        }
    }
}
