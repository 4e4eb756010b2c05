import JSON
import MCP
import Testing

@Suite("Results of tool calls")
struct CallToolResultTests {
    @Test(
        "each content type is read and written back",
        arguments: [
            (#"{"type":"text","text":"x"}"#, ProtocolRevision?.some(.november2024)),
            (#"{"type":"image","data":"AA==","mimeType":"image/png"}"#, .november2024),
            (#"{"type":"audio","data":"AA==","mimeType":"audio/wav"}"#, .march2025),
            (#"{"type":"resource_link","uri":"file:///a","name":"a","size":3}"#, .june2025),
            (#"{"type":"resource","resource":{"uri":"u","mimeType":"text/plain","text":"t"}}"#, .november2024),
            (#"{"type":"resource","resource":{"uri":"u","blob":"AA=="}}"#, .november2024),
            (#"{"type":"hologram","depth":3}"#, nil),
        ]
    )
    func content(block: String, since: ProtocolRevision?) throws {
        let read = try ContentBlock(json: json(block))
        #expect(read.json == json(block))
        #expect(read.since == since)
    }

    @Test(
        "a broken block names the place",
        arguments: [
            (#"{"text":"x"}"#, "/content/1/type"), (#"{"type":"text"}"#, "/content/1/text"),
            (#"{"type":"image","data":"x"}"#, "/content/1/mimeType"), (#"7"#, "/content/1"),
            (#"{"type":"resource","resource":{"uri":"u"}}"#, "/content/1/resource/text"),
            (#"{"type":"resource_link","uri":"u"}"#, "/content/1/name"),
        ]
    )
    func broken(block: String, path: String) throws {
        let result = json(#"{"content":[{"type":"text","text":"ok"},\#(block)]}"#)
        let error = try #require(throws: ShapeError.self) { try CallToolResult(json: result) }
        #expect(error.path.text == path)
    }

    @Test("content is required, isError is false unless it says true")
    func members() throws {
        #expect(throws: ShapeError.self) { try CallToolResult(json: ["structuredContent": [:]]) }
        #expect(throws: ShapeError.self) { try CallToolResult(json: ["content": [], "isError": "true"]) }
        let result = try CallToolResult(json: ["content": [], "structuredContent": [1]])
        #expect(!result.isError && result.structuredContent == [1])
        #expect(try CallToolResult(json: ["content": [], "isError": true]).isError)
    }

    @Test("a built result reads back as itself, and its text is that of its text blocks")
    func roundTrip() throws {
        let result = CallToolResult(
            content: [.text("a"), .image(data: "", mimeType: "image/png"), .text("b")],
            structuredContent: ["a": 1],
            isError: true
        )
        #expect(try CallToolResult(json: .object(result.json)) == result)
        #expect(result.text == "a\nb")
    }
}
