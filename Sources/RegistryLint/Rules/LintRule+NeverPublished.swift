import JSON
import Registry

extension LintRule {
    /// Anybody may publish something under a name that is free, and everybody who installs it runs it.
    static let neverPublished = LintRule(
        "REG-NEVER-PUBLISHED",
        "A listed package that was never published is no server."
    ) { subject in
        guard subject.entry.listedPackageStatus == .neverPublished, let listed = subject.entry.listedPackage else {
            return []
        }
        return subject.servers.filter { $0.server.package == listed }.map {
            EntryFault(
                $0.place.appending("package"),
                "is \"\(listed)\", which was never published",
                fix: "name a package that exists"
            )
        }
    }
}
