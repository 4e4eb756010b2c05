import JSON
import Wording

/// The folder with the entries and roles that come with OpenWork.
package struct ShippedFiles: Sendable, Hashable {
    /// Holds the folders `Catalogue` and `Roles`.
    package let folder: String

    /// Takes a folder as it is; nothing is read yet.
    package init(folder: String) {
        self.folder = folder
    }

    /// The place of the entries, one `<id>.json` each.
    package var catalogue: String { folder + "/Catalogue" }

    /// The place of the roles, one `<id>.json` each.
    package var roles: String { folder + "/Roles" }

    /// Looks beside the running executable, where a build and where an installation puts them.
    ///
    /// Gives nil when there is nothing in either place.
    package static func find(
        besides executables: String = LocalFile.executableFolder()
    ) -> ShippedFiles? {
        candidates(besides: executables).first { LocalFile.isFolder($0.catalogue) }
    }

    /// Where to look, in this order: a build's resources, then the installed layout.
    static func candidates(besides executables: String) -> [ShippedFiles] {
        ["\(executables)/openwork_CRegistryFiles.resources", "\(executables)/../share/openwork"].map {
            ShippedFiles(folder: $0)
        }
    }

    /// Reads a single entry and nothing else, for programs that need no other.
    ///
    /// Gives nil when no entry has this id; throws everything that is wrong with the one that has.
    package func entry(_ id: String) throws(EntryError) -> Integration? {
        // A file that cannot be read is as good as none: whoever loads the whole registry reports it.
        guard Spelling.isIdentifier(id), let bytes = try? LocalFile.bytes(of: "\(catalogue)/\(id).json") else {
            return nil
        }
        guard let json = try? JSONValue(parsing: bytes) else {
            throw EntryError(faults: [EntryFault(JSONPointer(), "is not JSON", fix: "mend \(catalogue)/\(id).json")])
        }
        return try Integration(json: json)
    }

    /// What somebody probably meant by an id that no entry has; nil when none is near.
    package func nearest(to id: String) -> String? { NearestName.of(id, among: ids()) }

    /// The ids of all entries, sorted, without reading them; empty when the folder cannot be read.
    package func ids() -> [String] {
        // The same: whoever loads the whole registry reports why.
        ((try? LocalFile.jsonNames(in: catalogue)) ?? []).map { String($0.dropLast(".json".count)) }
    }
}
