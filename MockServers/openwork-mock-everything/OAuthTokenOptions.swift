import ArgumentParser
import MockVendors

/// What tokens are good for, and how long.
struct OAuthTokenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long a token is good.", valueName: "seconds"))
    var tokenLife: Int64 = 3_600

    @Flag(help: "Give no refresh tokens: only another login helps at the end.")
    var noRefresh = false

    @Flag(help: "Refresh tokens stay the same; otherwise each is good once.")
    var noRotation = false

    @Option(
        name: .customLong("scope"),
        parsing: .singleValue,
        help: "A scope that every request needs; may be repeated."
    )
    var scopes: [String] = []

    @Option(help: "A scope that is needed only to call a tool: clients have to ask again for it.")
    var callScope: String?

    @Flag(help: "Bind tokens to a key of the client (DPoP), and let no others through.")
    var dpop = false

    @Option(help: ArgumentHelp("What DPoP proofs have to contain.", valueName: "text"))
    var nonce: String?

    func check() throws {
        guard tokenLife > 0 else { throw ValidationError("--token-life \(tokenLife) is too short: give 1 or more") }
        guard nonce == nil || dpop else { throw ValidationError("--nonce is for proofs: give --dpop as well") }
    }

    func adjust(_ script: inout OAuthScript) {
        script.tokenLifetimeInSeconds = tokenLife
        script.issuesRefreshTokens = !noRefresh
        script.rotates = !noRotation
        script.bindsTokens = dpop
        script.nonce = nonce
        let all = scopes + (callScope.map { [$0] } ?? [])
        script.scopes = all.isEmpty ? nil : all
    }

    func adjust(_ gate: inout ResourceGate) {
        gate.wantsPossession = dpop
        gate.nonce = nonce
        guard !scopes.isEmpty || callScope != nil else { return }
        let needed = scopes.joined(separator: " ")
        gate.challengedScope = scopes.isEmpty ? nil : needed
        for method in ["initialize", "server/discover", "tools/list"] { gate.scopesByMethod[method] = needed }
        gate.scopesByMethod["tools/call"] = (scopes + (callScope.map { [$0] } ?? [])).joined(separator: " ")
    }
}
