/// What has become of the package that the list of supported integrations names.
package enum ListedPackageStatus: String, Sendable, Hashable, CaseIterable {
    /// It is published and is the one to use.
    case current
    /// It is published, but its authors have given it up.
    case deprecated
    /// No registry has ever had it: it must never be installed, for anybody could publish something under its name.
    case neverPublished
}
