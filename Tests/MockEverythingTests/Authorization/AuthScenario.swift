import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors
import Testing

/// One of the suite's client scenarios about authorization: the servers, what a sound client does, and broken twins.
struct AuthScenario: Sendable, CustomTestStringConvertible {
    /// As the suite names it.
    let id: String
    var script = OAuthScript()
    var otherScript = OAuthScript()
    var gate = ResourceGate(publication: .challengedPath)
    /// Whether the MCP server changes its authorization server after its first answer.
    var migrates = false
    /// Whether a sound client gets through to the tools.
    var isLetIn = true
    /// What the client is told beside the address.
    var context: @Sendable (AuthStage) async throws -> JSONValue = { _ in [:] }
    /// What a client did wrong, in words; empty for a sound one.
    var complaints: @Sendable (_ wire: AuthWire, _ stage: AuthStage) -> [String]
    /// Clients that break what the scenario is about, by what they do.
    var twins: [(name: String, tampering: Tampering)]

    var testDescription: String { id }

    /// All that is wrong, those rules included that hold in every scenario.
    func verdict(_ outcome: AuthStage.Outcome) -> [String] {
        var found = complaints(outcome.wire, outcome.stage)
        for authorization in outcome.wire.authorizations {
            if authorization.query["code_challenge"]?.utf8.count != 43 { found.append("no code_challenge") }
            if authorization.query["code_challenge_method"] != "S256" { found.append("not S256") }
            if authorization.query["state"] == nil { found.append("no state") }
        }
        for token in outcome.wire.tokens where token.form["grant_type"] == "authorization_code" {
            if token.form["code_verifier"] == nil { found.append("no code_verifier") }
        }
        for call in outcome.wire.authorizations.map(\.query) + outcome.wire.tokens.map(\.form) {
            if call["resource"] != outcome.stage.server.description { found.append("no resource, or another one") }
        }
        if isLetIn, let error = outcome.error { found.append("not let in: \(error)") }
        if !isLetIn, outcome.error == nil { found.append("let in") }
        return found
    }
}

extension AuthScenario {
    static let all = discovery + scopes + identities + issuers + grants + possession

    static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
