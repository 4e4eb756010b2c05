import MCPAuthorization
import MCPHTTP
import Testing

@Suite("Scope choice")
struct ScopeChoiceTests {
    static func discovered(_ own: ScopeSet?, offered: ScopeSet? = nil) throws -> DiscoveredServer {
        let server = try HTTPAddress("https://mcp.example.com/mcp")
        var metadata = ServerMetadata(defaultsAt: server.origin)
        metadata.scopes = offered
        return DiscoveredServer(
            server: server,
            resource: server.description,
            resourceScopes: own,
            metadata: metadata,
            isLegacy: false
        )
    }

    @Test(
        "asks for what the challenge names, else for what the server names, else for nothing",
        arguments: [
            (["c"], ["a", "b"], nil, "c"), ([], ["a", "b"], nil, "a b"), ([], nil, nil, nil), ([], [], nil, nil),
            (["c"], nil, ["offline_access"], "c offline_access"), ([], nil, ["offline_access"], nil),
        ] as [(ScopeSet, ScopeSet?, ScopeSet?, String?)]
    )
    func initial(challenged: ScopeSet, own: ScopeSet?, offered: ScopeSet?, expected: String?) throws {
        let chosen = ScopeChoice.initial(challenged: challenged, at: try Self.discovered(own, offered: offered))
        #expect(chosen.text == expected)
    }

    @Test("counts logins for the same scopes, in any order, and ends")
    func ledger() {
        var ledger = StepUpLedger(limitPerChallenge: 2, limit: 3)
        let asked: [ScopeSet] = [["a", "b"], ["b", "a"], ["a", "b"], ["c"], ["d"]]
        let permitted = asked.map { ledger.permits($0) }
        #expect(permitted == [true, true, false, true, false])
    }
}
