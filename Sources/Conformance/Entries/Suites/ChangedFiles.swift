/// Which integrations a change is about, from the files that it touches.
package struct ChangedFiles: Hashable, Sendable {
    /// What has to be checked.
    package enum Scope: Hashable, Sendable {
        /// Everything: this file is shared.
        case all(because: String)
        /// These, perhaps none.
        case only(Set<String>)
    }

    /// The folders in which a file is about one integration, each with a slash at its end, from the top of the checkout.
    package struct Folders: Hashable, Sendable {
        /// Of `<id>.json`.
        package var entries: [String]
        /// Of `<id>.yaml`.
        package var suites: [String]
        /// Of `<id>/…`.
        package var fixtures: [String]

        /// The folders of this project, and others beside them.
        package init(entries: [String] = [], suites: [String] = [], fixtures: [String] = []) {
            self.entries = entries + ["Sources/Registry/Catalogue/"]
            self.suites = suites + ["conformance/"]
            self.fixtures = fixtures + ["Fixtures/"]
        }
    }

    private let paths: [String]
    private let folders: Folders

    /// - Parameters:
    ///   - paths: From the top of the checkout.
    ///   - folders: Where files are about one integration.
    package init(_ paths: [String], folders: Folders = Folders()) {
        self.paths = paths
        self.folders = folders
    }

    /// What the change is about; what is only read by people is about nothing, and what is not known about everything.
    package var scope: Scope {
        var ids: Set<String> = []
        for path in paths where !Self.isProse(path) {
            guard let id = integration(of: path) else { return .all(because: path) }
            ids.insert(id)
        }
        return .only(ids)
    }

    private func integration(of path: String) -> String? {
        Self.name(in: folders.entries, path, ".json") ?? Self.name(in: folders.suites, path, ".yaml")
            ?? folders.fixtures.lazy.compactMap { folder in
                let rest = path.hasPrefix(folder) ? path.dropFirst(folder.count).split(separator: "/") : []
                return rest.count > 1 ? String(rest[0]) : nil
            }
            .first
    }

    private static func name(in folders: [String], _ path: String, _ end: String) -> String? {
        folders.lazy.compactMap { folder in
            guard path.hasPrefix(folder), path.hasSuffix(end) else { return nil }
            let name = path.dropFirst(folder.count).dropLast(end.count)
            return name.isEmpty || name.contains("/") ? nil : String(name)
        }
        .first
    }

    private static func isProse(_ path: String) -> Bool {
        path.hasPrefix("docs/") || path.hasSuffix(".md") || path == "LICENSE"
    }
}
