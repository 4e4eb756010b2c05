/// What a file adds to the facts of an entry, so that a real server can be run against its vendor's mock.
package struct VendorRoutes: Sendable, Hashable {
    /// A credential that the server does not refuse by its spelling; nil for the one that the entry makes up.
    package var sample: String?
    /// Further places of the credential, looked at first.
    package var credentials: [CredentialPlace]
    /// Further routes, looked at first.
    package var routes: [VendorRoute]

    /// Takes all of it.
    package init(sample: String? = nil, credentials: [CredentialPlace] = [], routes: [VendorRoute] = []) {
        self.sample = sample
        self.credentials = credentials
        self.routes = routes
    }
}
