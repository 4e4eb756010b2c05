@testable import Gateway
import JSON
import MCP
import Testing

@Suite("Content for older revisions")
struct OlderContentTests {
    private static let content: JSONValue = [
        ["type": "text", "text": "a"], ["type": "audio", "data": "AA==", "mimeType": "audio/wav"],
        ["type": "resource_link", "uri": "file:///a", "name": "a"],
    ]

    @Test(
        "has the blocks that the revision knows, and says the rest in words",
        arguments: [
            (ProtocolRevision.november2024, ["text", "text", "text"]), (.march2025, ["text", "audio", "text"]),
            (.june2025, ["text", "audio", "resource_link"]), (.july2026, ["text", "audio", "resource_link"]),
        ]
    )
    func kinds(revision: ProtocolRevision, kinds: [String]) {
        let members: Members = ["content": Self.content, "isError": false]
        let adapted = OlderContent(revision: revision).adapted(members).object
        #expect(adapted["content"]?.arrayValue?.compactMap { $0["type"]?.stringValue } == kinds)
        #expect(adapted["isError"] == false)
        if revision < .june2025 { #expect(adapted["content"]?[2]?["text"] == "a: file:///a") }
    }

    @Test("also in the messages of a prompt")
    func messages() {
        let messages: JSONValue = [["role": "user", "content": Self.content[2] ?? .null]]
        let adapted = OlderContent(revision: .march2025).adapted(["messages": messages]).object
        #expect(adapted["messages"]?[0] == ["role": "user", "content": ["type": "text", "text": "a: file:///a"]])
    }
}
