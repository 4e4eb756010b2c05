/// A version of a server that lies ready on this machine.
package struct StoredInstall: Sendable, Hashable {
    /// The id of the integration.
    package var integration: String
    /// The version as its registry has it.
    package var version: String
    /// `npm`, `pypi` and so on, as in the entry.
    package var kind: String
    /// The package, image or address.
    package var package: String
    /// What the registry vouches for, such as a hash; nil where there is none.
    package var integrity: String?
    /// The folder, relative to the home.
    package var folder: String
    /// When it was finished.
    package var installedAt: WallTime
    /// Whether it is the one in use.
    package var isCurrent: Bool

    /// An install that is not in use yet.
    package init(
        integration: String,
        version: String,
        kind: String,
        package: String,
        integrity: String? = nil,
        folder: String,
        installedAt: WallTime
    ) {
        self.integration = integration
        self.version = version
        self.kind = kind
        self.package = package
        self.integrity = integrity
        self.folder = folder
        self.installedAt = installedAt
        isCurrent = false
    }
}
