import JSON
import Registry
import Testing

@Suite struct IntegrationServersTests {
    private static let entry: JSONValue = [
        "id": "a", "name": "A",
        "configSchema": ["TOKEN": ["secret": true], "HOST": ["type": "url"]],
        "tools": ["read", ["name": "write", "toolset": "more"], ["name": "deep", "via": "read"]],
        "toolsets": [["name": "more", "onByDefault": false]],
        "probe": ["tool": "read"],
        "authSignatures": [["outcome": "credential_invalid", "httpStatus": 401]],
        "health": ["interval": "1m", "slowLimit": "2s"],
        "servers": [
            ["kind": "npm", "package": "a"],
            [
                "kind": "remote", "url": "https://example.com", "env": ["TOKEN"], "auth": "oauth2",
                "configSchema": ["TOKEN": ["description": "another"], "REGION": [:]],
                "tools": ["only"], "probe": ["tool": "only"],
                "authSignatures": [["outcome": "credential_expired", "httpStatus": 401, "challenge": "expired"]],
                "health": ["slowLimit": "9s"],
            ],
        ],
    ]

    @Test("takes from the entry what a server does not say")
    func shared() throws {
        let entry = try Integration(json: Self.entry)
        let server = try #require(entry.server("npm"))
        #expect(entry.configSchema(of: server).map(\.name) == ["TOKEN", "HOST"])
        #expect(entry.auth(of: server) == AuthScheme(.apiKey))
        #expect(entry.tools(of: server).map(\.name) == ["read", "write", "deep"])
        #expect(entry.listedTools(of: server).map(\.name) == ["read"])
        #expect(entry.hasAllTools(of: server))
        #expect(entry.probe(of: server)?.tool == "read")
        #expect(entry.authSignatures(of: server).map(\.outcome) == [.credentialInvalid])
        #expect(entry.health(of: server).slowLimit == .seconds(2))
    }

    @Test("takes the server's word where it has one")
    func own() throws {
        let entry = try Integration(json: Self.entry)
        let server = try #require(entry.server("remote"))
        #expect(entry.configSchema(of: server).map(\.name) == ["TOKEN", "REGION"])
        #expect(entry.configSchema(of: server).first?.summary == "another")
        #expect(entry.auth(of: server) == AuthScheme(.oauth2))
        #expect(entry.tools(of: server).map(\.name) == ["only"])
        #expect(entry.hasAllTools(of: server))
        #expect(entry.probe(of: server)?.tool == "only")
        #expect(entry.authSignatures(of: server).map(\.outcome) == [.credentialExpired, .credentialInvalid])
        #expect(entry.health(of: server).slowLimit == .seconds(9))
        #expect(entry.health(of: server).interval == .seconds(60))
    }

    @Test("finds the reaction of a tool, and else that of all tools")
    func reactions() {
        var server = IntegrationServer(.npm, package: "a")
        var special = Reaction(.call, .result, text: "[]")
        special.tools = ["list"]
        server.reactions = [.invalid: [Reaction(.call, .isError, text: "no"), special]]
        #expect(server.reaction(to: .invalid, tool: "list")?.how == .result)
        #expect(server.reaction(to: .invalid, tool: "read")?.how == .isError)
        #expect(server.reaction(to: .invalid)?.how == .isError)
        #expect(server.reaction(to: .missing) == nil)
    }
}
