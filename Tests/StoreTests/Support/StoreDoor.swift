import Foundation
import Store
import Testing

/// The doors to the same store: what holds for one holds for each.
enum StoreDoor: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory
    case file

    var testDescription: String { rawValue }

    /// Opens an empty store, runs the body, and leaves nothing behind.
    func withStore(_ body: (any Store) async throws -> Void) async throws {
        switch self {
        case .memory:
            try await body(SQLiteStore.inMemory())
        case .file:
            try await withTemporaryFolder { folder in
                let store = try SQLiteStore(path: "\(folder)/openwork.db")
                try await body(store)
                try store.close()
            }
        }
    }
}

/// A folder of its own for a test, removed after it.
func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let result: Result<Void, any Error>
    do {
        result = .success(try await body(folder))
    } catch {
        result = .failure(error)
    }
    try FileManager.default.removeItem(atPath: folder)
    try result.get()
}
