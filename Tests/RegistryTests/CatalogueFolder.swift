import Foundation
import JSON
import Registry

/// The shipped catalogue as it lies in the sources.
enum CatalogueFolder {
    static let path = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Registry/Catalogue").path

    /// The ids of all entries, by the names of their files.
    static let ids: [String] = {
        // Without the folder there is nothing to be tested, and the tests that count entries say so.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func json(_ id: String) throws -> JSONValue {
        let data = try Data(contentsOf: URL(filePath: "\(path)/\(id).json"))
        return try JSONValue(parsing: [UInt8](data))
    }

    static func entry(_ id: String) throws -> Integration {
        try Integration(json: json(id))
    }
}
