package import Registry

/// What a vendor's REST API answers, wholly as data: whom it knows, how it refuses, and a few things that it can do.
package struct VendorAPI: Sendable, Hashable {
    /// The integration that it stands behind.
    package var id: String
    /// How it refuses, and where the real one is.
    package var facts: VendorFacts
    /// Where a request may carry its credential; the first place that holds one counts.
    package var credentials: [CredentialPlace]
    /// A credential of the shape that this vendor gives out, made up.
    package var sample: String
    /// What it answers those who are let in, the first that fits.
    package var routes: [VendorRoute]

    /// Takes every part.
    package init(
        id: String,
        facts: VendorFacts,
        credentials: [CredentialPlace],
        sample: String = "sample-credential",
        routes: [VendorRoute] = []
    ) {
        self.id = id
        self.facts = facts
        self.credentials = credentials
        self.sample = sample
        self.routes = routes
    }

    /// The path of the real base, without a slash at its end: requests may come with it or without it.
    package var basePath: String {
        let parts = facts.base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[3].isEmpty else { return "" }
        return "/" + (parts[3].hasSuffix("/") ? parts[3].dropLast() : parts[3])
    }

    /// Why a vendor does not do what it was asked for.
    package enum Refusal: String, Sendable, Hashable, CaseIterable {
        /// The request carries no credential.
        case missing
        /// The credential was never given out, or was revoked.
        case invalid
        /// The credential was good once.
        case expired
        /// The credential is good for other things.
        case scope
        /// Too many requests.
        case throttled
        /// The vendor is unwell itself.
        case down
    }

    /// What is answered then on a route; nil for one that is not known.
    ///
    /// A check that answers 200 to everybody says inside whether they are known; every other call refuses as usual.
    package func answer(to refusal: Refusal, on route: VendorRoute?) -> VendorAnswer {
        guard let open = facts.missing, open.status < 400, let refused = facts.unauthorized, refused.status >= 400
        else {
            return answer(to: refusal)
        }
        switch refusal {
        case .missing, .invalid, .expired:
            return route?.isCredentialCheck == true ? open : answer(to: refusal == .missing ? .invalid : refusal)
        case .scope, .throttled, .down: return answer(to: refusal)
        }
    }

    /// What is answered anywhere; what a vendor does not tell apart is a credential that it does not know.
    package func answer(to refusal: Refusal) -> VendorAnswer {
        switch refusal {
        case .missing: facts.missing ?? answer(to: .invalid)
        case .invalid: facts.unauthorized ?? VendorAnswer(401)
        case .expired: facts.expired ?? answer(to: .invalid)
        case .scope: facts.forbidden ?? VendorAnswer(403)
        case .throttled: facts.rateLimited ?? VendorAnswer(429)
        case .down: facts.unavailable ?? VendorAnswer(503)
        }
    }
}
