import Foundation
import Store
import Testing

@Suite("Backups of the store")
struct SQLiteStoreRestoringTests {
    @Test("a backup of a store in use is restored, and what was there stays beside it")
    func restores() async throws {
        try await withTemporaryFolder { folder in
            let (path, backup) = ("\(folder)/openwork.db", "\(folder)/backup.db")
            let store = try SQLiteStore(path: path)
            try await store.configure("a", ConfigurationChange(values: ["X": .plain("1")]), at: .after(0))
            try store.backUp(to: backup)
            try await store.configure("a", ConfigurationChange(values: ["X": .plain("2")]), at: .after(1))
            try store.close()
            let attributes = try FileManager.default.attributesOfItem(atPath: backup)
            #expect(attributes[.posixPermissions] as? Int == 0o600)

            let former = try #require(try SQLiteStore.restore(backup, to: path))
            for (file, value) in [(path, "1"), (former, "2")] {
                let opened = try SQLiteStore(path: file)
                #expect(try await opened.configuration(of: "a")?.settings == ["X": value])
                try opened.close()
            }
        }
    }

    @Test("a backup never replaces a file")
    func noOverwriting() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: "\(folder)/openwork.db")
            try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/mine"))
            let error = #expect(throws: StoreError.self) { try store.backUp(to: "\(folder)/mine") }
            #expect(error?.code == .refused)
            #expect(try String(contentsOfFile: "\(folder)/mine", encoding: .utf8) == "mine")
            try store.close()
        }
    }

    @Test("a damaged backup is refused before anything is touched", arguments: [0.3, 0.6])
    func damaged(place: Double) async throws {
        try await withTemporaryFolder { folder in
            let (path, backup) = ("\(folder)/openwork.db", "\(folder)/backup.db")
            let store = try SQLiteStore(path: path)
            for number in 0..<50 {
                try await store.configure("i\(number)", ConfigurationChange(values: ["X": .plain("1")]), at: .after(0))
            }
            try store.backUp(to: backup)
            try store.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
            let start = Int(Double(bytes.count) * place) / 4_096 * 4_096
            bytes.replaceSubrange(start..<start + 4_096, with: Data(repeating: 0xAA, count: 4_096))
            try bytes.write(to: URL(fileURLWithPath: backup))
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            let error = #expect(throws: StoreError.self) { try SQLiteStore.restore(backup, to: path) }
            #expect(error?.code == .corrupt)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }
}
