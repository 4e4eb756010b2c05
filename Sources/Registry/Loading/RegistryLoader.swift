/// Reads the registry from its files, and remembers of each file of the user's what last could be read.
package struct RegistryLoader: Sendable {
    private let shipped: ShippedFiles?
    private let userFile: String?
    private let userRoles: String?
    private var lastGood: [String: RegistryDocument] = [:]

    /// Names the files; none of them has to be there.
    ///
    /// - Parameters:
    ///   - shipped: What comes with OpenWork; nil for nothing.
    ///   - userFile: The user's entries.
    ///   - userRoles: The folder with the user's roles.
    package init(shipped: ShippedFiles?, userFile: String? = nil, userRoles: String? = nil) {
        self.shipped = shipped
        self.userFile = userFile
        self.userRoles = userRoles
    }

    /// Reads everything.
    ///
    /// A file of the user's that has stopped being JSON is reported, and counts as it was when it last was.
    package mutating func load() -> RegistrySnapshot {
        RegistrySnapshot(
            catalogue: shipped.map { RegistryDocument.read($0.catalogue, .integrations) } ?? [],
            roles: shipped.map { RegistryDocument.read($0.roles, .roles) } ?? [],
            userEntries: userFile.map { userDocuments($0, .integrations) } ?? [],
            userRoles: userRoles.map { folder in
                names(in: folder).flatMap { userDocuments("\(folder)/\($0)", .roles) }
            } ?? []
        )
    }

    /// Reads what one entry is made of and nothing else, for programs that need no other.
    ///
    /// Roles are left out, and so are the shipped entries that the user's file is laid over under other ids.
    package mutating func load(only id: String) -> RegistrySnapshot {
        let isName = Spelling.isIdentifier(id)
        let path = shipped.map { "\($0.catalogue)/\(id).json" }
        return RegistrySnapshot(
            catalogue: path.flatMap { isName ? RegistryDocument.readIfPresent($0, .integrations) : nil }.map { [$0] }
                ?? [],
            userEntries: userFile.map { userDocuments($0, .integrations) } ?? []
        )
    }

    /// What the user's files look like from outside, to notice that one has changed.
    func stamp() -> [FileStamp] {
        let roles = userRoles.map { folder in names(in: folder).map { "\(folder)/\($0)" } } ?? []
        return ([userFile].compactMap(\.self) + roles).map { FileStamp(of: $0) }
    }

    private func names(in folder: String) -> [String] {
        // Without the folder the user has no roles of their own.
        (try? LocalFile.jsonNames(in: folder)) ?? []
    }

    private mutating func userDocuments(
        _ path: String,
        _ content: RegistryDocument.Content
    ) -> [RegistryDocument] {
        guard let document = RegistryDocument.readIfPresent(path, content) else {
            lastGood[path] = nil
            return []
        }
        if document.isJSON {
            lastGood[path] = document
            return [document]
        }
        return [document] + (lastGood[path].map { [$0] } ?? [])
    }
}
