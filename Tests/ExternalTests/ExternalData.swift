import FoundationEssentials
import JSON
import Testing

/// The official suites and schemas outside this repository, found by the variable OPENWORK_EXTERNAL.
///
/// They belong to others and are not copied here. `make external` sets the variable; without it the tests that need
/// them are switched off, which the test run shows as skipped.
enum ExternalData {
    static let folder = ProcessInfo.processInfo.environment["OPENWORK_EXTERNAL"].flatMap { $0.isEmpty ? nil : $0 }

    static var isPresent: Bool {
        folder != nil
    }

    /// Paths of all JSON files below a folder, relative to it and sorted; empty when there are none.
    static func files(below path: String) -> [String] {
        guard let folder else { return [] }
        // A folder that cannot be read has no files; the suites fail when they find none.
        let found = (try? FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(path)")) ?? []
        return found.filter { $0.hasSuffix(".json") }.sorted()
    }

    /// The JSON in a file.
    static func json(_ path: String) throws -> JSONValue {
        let folder = try #require(folder)
        return try JSONValue(parsing: try Data(contentsOf: URL(filePath: "\(folder)/\(path)")))
    }
}
