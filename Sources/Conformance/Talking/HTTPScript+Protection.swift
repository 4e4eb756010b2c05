import HTTPTypes
import JSON
import MCPHTTP

/// What a server does that wants a token: without one, with a wrong one, and where it says who issues them.
extension HTTPScript {
    /// Tried only where we were given a token, since nobody else knows that the server wants one.
    mutating func runProtection(_ letter: HTTPCall) async {
        let steps: [Step] = [.httpNoToken, .httpBadToken, .httpResourceMetadata]
        guard !talk.steps.isDisjoint(with: steps) else {
            return
        }
        guard door.fields[.authorization]?.lowercased().hasPrefix("bearer ") == true else {
            return skip(steps, "no bearer token was given, so that the server may not want one")
        }
        let bare = await visit(.httpNoToken, letter, credentials: nil)
        trials[.httpNoToken] = .made(bare)
        guard !bare.isSuccess else {
            return skip(steps, "the server lets in whoever comes")
        }
        trials[.httpBadToken] = .made(
            await visit(.httpBadToken, letter, credentials: "Bearer openwork-no-such-token-\(talk.seed)")
        )
        await findMetadata(bare)
    }

    private mutating func findMetadata(_ refusal: HTTPTurn) async {
        let challenge = AuthenticationChallenge.parse(refusal.answerFields[values: .wwwAuthenticate])
        let named = challenge.lazy.compactMap { $0["resource_metadata"] }.first.flatMap { try? HTTPAddress($0) }
        let wellKnown = "/.well-known/oauth-protected-resource"
        let path = door.address.path == "/" ? "" : door.address.path
        let places =
            named.map { [$0] }
            ?? [wellKnown + path, wellKnown].map { HTTPAddress(origin: door.address.origin, path: $0) }
        for place in places {
            let turn = await visit(.httpResourceMetadata, HTTPCall(.get, place), credentials: nil)
            trials[.httpResourceMetadata] = .made(turn)
            if turn.isSuccess { return }
        }
    }

    private mutating func skip(_ steps: [Step], _ reason: String) {
        for step in steps { trials[step] = .pointless(reason) }
    }
}
