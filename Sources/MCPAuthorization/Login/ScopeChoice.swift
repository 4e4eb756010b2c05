/// Which scopes to ask for.
package enum ScopeChoice {
    /// The scopes of a first login: those of the challenge, else those the server names for itself, else none.
    ///
    /// `offline_access` is added where the authorization server offers it, for it is how some give refresh tokens; never
    /// alone, because naming one scope can take away the ones a server gives by default.
    ///
    /// Of the scopes that a server names for itself, those are left out that `known` lacks; it stands in where the server
    /// names none.
    package static func initial(
        challenged: ScopeSet,
        at discovered: DiscoveredServer,
        atMost known: ScopeSet? = nil
    ) -> ScopeSet {
        guard challenged.isEmpty else { return offline(challenged, discovered) }
        let named = discovered.resourceScopes ?? []
        guard let known, !known.isEmpty else { return offline(named, discovered) }
        let both = ScopeSet(named.names.filter(known.contains))
        return offline(both.isEmpty ? (named.isEmpty ? known : named) : both, discovered)
    }

    /// The scopes of another login: what was asked for and given before, and what the challenge wants beside it.
    package static func stepUp(from grant: Grant, challenged: ScopeSet, at discovered: DiscoveredServer) -> ScopeSet {
        let wanted = grant.requestedScopes.union(grant.scopes).union(challenged)
        return wanted.isEmpty ? initial(challenged: challenged, at: discovered) : offline(wanted, discovered)
    }

    private static func offline(_ scopes: ScopeSet, _ discovered: DiscoveredServer) -> ScopeSet {
        guard !scopes.isEmpty, discovered.metadata.scopes?.contains("offline_access") == true else { return scopes }
        return scopes.union(["offline_access"])
    }
}
