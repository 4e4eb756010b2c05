import MCPHTTP

/// What a refused request says about the token that would be accepted.
struct Refusal: Sendable {
    enum Kind: Sendable {
        /// Another token may do.
        case token
        /// The token is good, for less than this.
        case scope
        /// No credentials of ours change it.
        case final
    }

    let kind: Kind
    /// Empty when the challenge names none.
    let scopes: ScopeSet
    /// Where the metadata is; nil when the challenge does not say.
    let metadata: String?

    init(status: Int, challenges: [AuthenticationChallenge]) {
        // Some servers answer with other schemes beside Bearer.
        let bearer = challenges.first { $0.scheme == "bearer" || $0.scheme == "dpop" }
        scopes = ScopeSet(bearer?.scopes ?? [])
        metadata = bearer?["resource_metadata"]
        switch (status, bearer?["error"]) {
        case (401, "insufficient_scope"?), (403, "insufficient_scope"?): kind = .scope
        case (401, _): kind = .token
        default: kind = .final
        }
    }
}
