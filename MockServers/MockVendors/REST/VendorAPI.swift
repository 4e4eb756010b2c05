/// What a vendor's REST API answers, wholly as data: whom it knows, how it refuses, and a few things that it can do.
package struct VendorAPI: Sendable, Hashable {
    /// The integration that it stands behind.
    package var id: String
    /// Where the real one is; the mock answers below the path of this address.
    package var base: String
    /// What the path of the real base is: requests may come with it or without it.
    package var basePath: String
    /// Where a request may carry its credential; the first place that holds one counts.
    package var credentials: [CredentialPlace]
    /// A credential of the shape that this vendor gives out, made up.
    package var sample: String
    /// What is answered to those who are not let in, and to everybody when the vendor is unwell.
    package var refusals: [Refusal: VendorReply]
    /// What it answers otherwise, the first that fits.
    package var routes: [VendorRoute]

    /// Takes every part; the base path is what follows the host in the base.
    package init(
        id: String,
        base: String,
        credentials: [CredentialPlace],
        sample: String,
        refusals: [Refusal: VendorReply],
        routes: [VendorRoute]
    ) {
        self.id = id
        self.base = base
        let path = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).dropFirst(3).first ?? ""
        basePath = path.isEmpty ? "" : "/" + path
        self.credentials = credentials
        self.sample = sample
        self.refusals = refusals
        self.routes = routes
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
}
