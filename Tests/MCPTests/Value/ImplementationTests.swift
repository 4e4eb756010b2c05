import JSON
import MCP
import Testing

@Suite("Self-descriptions")
struct ImplementationTests {
    private static let full = Implementation(
        name: "n",
        version: "1",
        title: "N",
        summary: "d",
        websiteURL: "https://example.com",
        icons: [Icon(source: "https://example.com/i.png", mimeType: "image/png", sizes: ["48x48"], theme: "dark")]
    )

    @Test(
        "each revision is sent the members it knows",
        arguments: [
            (ProtocolRevision.november2024, ["name", "version"]), (.march2025, ["name", "version"]),
            (.june2025, ["name", "title", "version"]),
            (.november2025, ["name", "title", "version", "description", "websiteUrl", "icons"]),
            (.july2026, ["name", "title", "version", "description", "websiteUrl", "icons"]),
        ]
    )
    func members(revision: ProtocolRevision, expected: [String]) {
        #expect(Self.full.json(for: revision).objectValue?.keys == expected)
    }

    @Test("a full description reads back as itself")
    func roundTrip() throws {
        #expect(try Implementation(json: Self.full.json(for: .latest)) == Self.full)
    }

    @Test("one size written as a string is one size")
    func sizes() throws {
        let read = try Implementation(json: json(#"{"name":"n","version":"1","icons":[{"src":"s","sizes":"any"}]}"#))
        #expect(read.icons == [Icon(source: "s", sizes: ["any"])])
    }

    @Test(
        "a wrong type names the place",
        arguments: [
            (#"{"version":"1"}"#, "/name"), (#"{"name":"n"}"#, "/version"), (#"{"name":"n","version":1}"#, "/version"),
            (#"{"name":"n","version":"1","icons":[{}]}"#, "/icons/0/src"),
            (#"{"name":"n","version":"1","icons":{}}"#, "/icons"),
        ]
    )
    func wrongType(value: String, path: String) throws {
        let error = try #require(throws: ShapeError.self) { try Implementation(json: json(value)) }
        #expect(error.path.text == path)
    }
}
