import JSON
import MCP
import Testing

@testable import MCPConnection

@Suite("Known pages of tools")
struct KnownToolPagesTests {
    private func page(_ name: String, padding: Int = 0) throws -> Payload {
        let summary = String(repeating: "x", count: padding)
        let text = #"{"tools":[{"name":"\#(name)","description":"\#(summary)","inputSchema":{"type":"object"}}]}"#
        return .text(try JSONText(validating: text))
    }

    @Test("read a page as it is read without them, the second time too")
    func same() throws {
        let known = KnownToolPages(limitInBytes: 1_000)
        let result = try page("one")
        let expected = try Page<Tool>(json: result.value)
        #expect(try known.page(result) == expected)
        let held = known.sizeInBytes
        #expect(held > 0)
        #expect(try known.page(result) == expected)
        #expect(known.sizeInBytes == held)
    }

    @Test("tell apart texts of one length")
    func different() throws {
        let known = KnownToolPages(limitInBytes: 1_000)
        #expect(try known.page(page("one")).items.map(\.name) == ["one"])
        #expect(try known.page(page("two")).items.map(\.name) == ["two"])
        #expect(try known.page(page("one")).items.map(\.name) == ["one"])
    }

    @Test("never hold more text than they may")
    func bound() throws {
        let known = KnownToolPages(limitInBytes: 1_000)
        for number in 0..<20 { _ = try known.page(page("tool_\(number)", padding: 100)) }
        #expect((1...1_000).contains(known.sizeInBytes))
        let before = known.sizeInBytes
        #expect(try known.page(page("long", padding: 2_000)).items.map(\.name) == ["long"])
        #expect(known.sizeInBytes == before)
    }

    @Test("say what is wrong with a page each time")
    func fault() throws {
        let known = KnownToolPages(limitInBytes: 1_000)
        let result = Payload.text(try JSONText(validating: #"{"tools":[{"description":"nameless"}]}"#))
        #expect(throws: ShapeError.self) { try known.page(result) }
        #expect(throws: ShapeError.self) { try known.page(result) }
        #expect(known.sizeInBytes == 0)
    }
}
