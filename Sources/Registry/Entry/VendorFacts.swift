/// The product's own API, as far as proving a credential needs it.
package struct VendorFacts: Sendable, Hashable {
    /// The address that all paths follow.
    package var base: String
    /// Further addresses, such as one per region.
    package var alternateBases: [String]
    /// The request that proves a credential; nil when there is none.
    package var credentialCheck: VendorCall?
    /// What a good credential gets.
    package var success: VendorAnswer?
    /// What no credential gets; nil when it is the same as a wrong one.
    package var missing: VendorAnswer?
    /// What a wrong credential gets.
    package var unauthorized: VendorAnswer?
    /// What an old credential gets; nil when it is the same as a wrong one.
    package var expired: VendorAnswer?
    /// What a credential without the right gets.
    package var forbidden: VendorAnswer?
    /// What too many calls get.
    package var rateLimited: VendorAnswer?
    /// What a call gets while the vendor is in trouble.
    package var unavailable: VendorAnswer?
    /// What a refused refresh token gets.
    package var refreshFailure: VendorAnswer?
    /// How long to wait after too many calls; nil when the vendor does not say.
    package var retryAfter: RetryAfter?
    /// Header fields that tell how much is left.
    package var rateLimitHeaders: [String]
    /// What else is remarkable, such as limits.
    package var note: String?

    /// A vendor of which only the address is known.
    package init(base: String) {
        self.base = base
        alternateBases = []
        rateLimitHeaders = []
    }
}
