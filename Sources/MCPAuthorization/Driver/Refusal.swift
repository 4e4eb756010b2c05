import MCPHTTP

/// What a refused request says about the token that would be accepted.
struct Refusal: Sendable {
    enum Kind: Sendable {
        /// Another token may do.
        case token
        /// The token is good, for less than this.
        case scope
        /// The token is good, the proof that goes with it lacks what the server just named.
        case nonce
        /// No credentials of ours change it.
        case final
    }

    let kind: Kind
    /// Empty when the challenge names none.
    let scopes: ScopeSet
    /// Where the metadata is; nil when the challenge does not say.
    let metadata: String?
    /// Whether the token has to be bound to a key.
    let wantsPossession: Bool

    init(status: Int, challenges: [AuthenticationChallenge]) {
        // Some servers answer with other schemes beside Bearer.
        let ours = challenges.filter { $0.scheme == "bearer" || $0.scheme == "dpop" }
        scopes = ScopeSet(ours.first { !$0.scopes.isEmpty }?.scopes ?? [])
        metadata = ours.firstNonNil { $0["resource_metadata"] }
        wantsPossession = ours.contains { $0.scheme == "dpop" }
        switch (status, ours.firstNonNil { $0["error"] }) {
        case (401, "use_dpop_nonce"?): kind = .nonce
        case (401, "insufficient_scope"?), (403, "insufficient_scope"?): kind = .scope
        case (401, _): kind = .token
        default: kind = .final
        }
    }
}

extension Sequence {
    fileprivate func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
        for element in self {
            if let value = transform(element) { return value }
        }
        return nil
    }
}
