/// Which versions of a server lie on this machine, and which of them is in use.
package protocol InstallStore: Sendable {
    /// The installs of one integration, the newest first.
    func installs(of integration: String) async throws -> [StoredInstall]

    /// Keeps a finished install and makes it the one in use; the one before stays, to go back to.
    func addInstall(_ install: StoredInstall) async throws

    /// Makes the install that was in use before the present one the present one again.
    /// - Returns: what is in use now; nil, and nothing changed, when there is none to go back to.
    func rollBackInstall(of integration: String) async throws -> StoredInstall?

    /// Forgets an install that is not in use.
    /// - Returns: false when it is in use or unknown.
    @discardableResult
    func removeInstall(of integration: String, version: String) async throws -> Bool

    /// Forgets every install of an integration, the one in use too.
    func forgetInstalls(of integration: String) async throws

    /// The integrations that have any install, sorted.
    func installedIntegrations() async throws -> [String]
}
