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
            catalogue: shipped.map { documents(in: $0.catalogue, .integrations, isOptional: false) } ?? [],
            roles: shipped.map { documents(in: $0.roles, .roles, isOptional: false) } ?? [],
            userEntries: userFile.map { userDocuments($0, .integrations) } ?? [],
            userRoles: userRoles.map { folder in
                names(in: folder).flatMap { userDocuments("\(folder)/\($0)", .roles) }
            } ?? []
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
        let read = Self.document(path, content, isOptional: true)
        guard let document = read else {
            lastGood[path] = nil
            return []
        }
        if document.isJSON {
            lastGood[path] = document
            return [document]
        }
        return [document] + (lastGood[path].map { [$0] } ?? [])
    }

    private func documents(
        in folder: String,
        _ content: RegistryDocument.Content,
        isOptional: Bool
    ) -> [RegistryDocument] {
        do throws(LocalFileError) {
            return try LocalFile.jsonNames(in: folder).compactMap { name in
                Self.document("\(folder)/\(name)", content, isOptional: isOptional)
            }
        } catch {
            return [RegistryDocument(unreadable: error)]
        }
    }

    private static func document(
        _ path: String,
        _ content: RegistryDocument.Content,
        isOptional: Bool
    ) -> RegistryDocument? {
        do throws(LocalFileError) {
            return RegistryDocument(file: path, bytes: try LocalFile.bytes(of: path), content)
        } catch {
            return error.isMissing && isOptional ? nil : RegistryDocument(unreadable: error)
        }
    }
}
