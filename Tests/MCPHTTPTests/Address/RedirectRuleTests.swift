import Testing

@testable import MCPHTTP

@Suite("A redirect")
struct RedirectRuleTests {
    @Test(
        "is followed within the origin only",
        arguments: [
            (307, "/mcp/", 0, .follow("https://a/mcp/")),
            (308, "https://a:443/x", 4, .follow("https://a/x")),
            (301, "sub", 0, .follow("https://a/sub")),
            (302, "/y", 0, .follow("https://a/y")),
            (303, "/y", 0, .refuse(.otherMethod)),
            (307, "http://a/mcp/", 0, .refuse(.otherOrigin(HTTPOrigin(scheme: .http, host: "a")))),
            (307, "https://b/mcp", 0, .refuse(.otherOrigin(HTTPOrigin(scheme: .https, host: "b")))),
            (307, "https://a:444/", 0, .refuse(.otherOrigin(HTTPOrigin(scheme: .https, host: "a", port: 444)))),
            (307, "//b/", 0, .refuse(.otherOrigin(HTTPOrigin(scheme: .https, host: "b")))),
            (307, "https://me:pw@a/", 0, .refuse(.badLocation(.credentials))),
            (307, nil, 0, .refuse(.noLocation)),
            (307, "/x", 5, .refuse(.tooMany(limit: 5))),
            (304, "/x", 0, .refuse(.status(304))),
        ] as [(Int, String?, Int, Expected)]
    )
    func rule(status: Int, location: String?, followed: Int, expected: Expected) throws {
        let decision = RedirectRule().decide(
            status: status,
            location: location,
            from: try HTTPAddress("https://a/mcp"),
            followed: followed
        )
        switch (decision, expected) {
        case (.follow(let address), .follow(let text)): #expect(address.description == text)
        case (.refuse(let refusal), .refuse(let other)): #expect(refusal == other)
        default: Issue.record("\(decision)")
        }
    }

    enum Expected: Sendable {
        case follow(String)
        case refuse(RedirectRule.Refusal)
    }
}
