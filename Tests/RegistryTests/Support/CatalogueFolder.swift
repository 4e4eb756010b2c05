import JSON
import Registry
import TestSupport

/// The shipped entries as they lie in the sources.
enum CatalogueFolder {
    static let shipped = ShippedFiles(folder: SourceTree.registry)

    static let ids = shipped.ids()

    static func bytes(_ id: String) throws -> [UInt8] {
        try LocalFile.bytes(of: "\(shipped.catalogue)/\(id).json")
    }

    static func json(_ id: String) throws -> JSONValue {
        try JSONValue(parsing: bytes(id))
    }

    static func entry(_ id: String) throws -> Integration {
        try Integration(json: json(id))
    }
}
