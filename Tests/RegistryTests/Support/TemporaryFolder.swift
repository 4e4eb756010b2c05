import Foundation

/// A folder of one test, removed with it.
final class TemporaryFolder: Sendable {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "openwork-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // What cannot be removed is left to the system.
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String {
        url.appending(path: name).path
    }

    /// Writes a file as it is, or beside it first and then in its place, as editors do.
    func write(_ name: String, _ text: String, replacing: Bool = false) {
        let path = URL(filePath: path(name))
        do {
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: path, options: replacing ? .atomic : [])
        } catch {
            preconditionFailure("\(path) could not be written: \(error)")
        }
    }

    func remove(_ name: String) {
        // A file that is gone already is what was wanted.
        try? FileManager.default.removeItem(atPath: path(name))
    }
}
