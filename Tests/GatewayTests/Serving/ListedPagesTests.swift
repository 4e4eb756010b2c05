@testable import Gateway
import JSON
import MCP
import Testing

@Suite("Pages that were written before")
struct ListedPagesTests {
    private static let key = ListedPages.Key(member: "tools", revision: .july2026)

    @Test("are given while the catalogue is the same, to clients of that revision")
    func kept() {
        var pages = ListedPages()
        pages.keep(["tools": [1]], as: Self.key, of: 3)
        #expect(pages.page(Self.key, of: 3) == ["tools": [1]])
        #expect(pages.page(Self.key, of: 4) == nil)
        #expect(pages.page(ListedPages.Key(member: "tools", revision: .june2025), of: 3) == nil)
    }

    @Test("go with their catalogue, and one that comes too late is not kept")
    func replaced() {
        var pages = ListedPages()
        let other = ListedPages.Key(member: "prompts", revision: .july2026)
        pages.keep(["prompts": []], as: other, of: 3)
        pages.keep(["tools": [2]], as: Self.key, of: 4)
        pages.keep(["tools": [1]], as: Self.key, of: 3)
        #expect(pages.page(Self.key, of: 4) == ["tools": [2]])
        #expect(pages.page(other, of: 4) == nil)
    }
}
