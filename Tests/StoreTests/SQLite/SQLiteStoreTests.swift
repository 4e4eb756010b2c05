import Foundation
import GRDB
import Testing

@testable import Store

@Suite("The file of the store")
struct SQLiteStoreTests {
    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("what was written is there when the file is opened again, and nobody else can read it")
    func reopens() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/openwork.db"
            let first = try SQLiteStore(path: path)
            try await first.configure("a", ConfigurationChange(values: ["X": .plain("1")]), at: .after(0))
            for suffix in ["", "-wal", "-shm"] { #expect(try mode(of: path + suffix) == 0o600) }
            try first.close()
            let second = try SQLiteStore(path: path)
            #expect(try await second.configuration(of: "a")?.settings == ["X": "1"])
            try second.close()
        }
    }

    @Test("a full disk is told from whatever else can be wrong with a database")
    func fullDisk() {
        #expect(StoreError(DatabaseError(resultCode: .SQLITE_FULL), in: "openwork.db").code == .full)
        #expect(StoreError(DatabaseError(resultCode: .SQLITE_IOERR), in: "openwork.db").code == .unavailable)
    }

    @Test("two processes' worth of doors to one file see each other's writes")
    func twoDoors() async throws {
        try await withTemporaryFolder { folder in
            let doors = try (0..<2).map { _ in try SQLiteStore(path: "\(folder)/openwork.db") }
            try await withThrowingTaskGroup { group in
                for number in 0..<40 {
                    group.addTask {
                        let change = ConfigurationChange(values: ["V\(number)": .plain("1")])
                        try await doors[number % 2].configure("a", change, at: .after(0))
                    }
                }
                try await group.waitForAll()
            }
            for door in doors { #expect(try await door.configuration(of: "a")?.revision == 40) }
            for door in doors { try door.close() }
        }
    }

    @Test("a write goes through although its caller was cancelled")
    func cancelled() async throws {
        let store = try SQLiteStore.inMemory()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await store.configure("a", ConfigurationChange(), at: .after(0)).revision
        }
        #expect(try await task.value == 1)
        #expect(try await store.configuration(of: "a") != nil)
    }

    @Test(
        "a file of somebody else is refused and stays as it was",
        arguments: ["garbage", "database", "later", "folder"]
    )
    func foreign(kind: String) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/openwork.db"
            switch kind {
            case "garbage": try Data(repeating: 65, count: 4_096).write(to: URL(fileURLWithPath: path))
            case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            case "later":
                try SQLiteStore(path: path).close()
                try DatabaseQueue(path: path).write {
                    try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999 from the future')")
                }
            default: try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (a)") }
            }
            let before = try? Data(contentsOf: URL(fileURLWithPath: path))
            let error = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
            let codes: [String: StoreError.Code] = ["later": .tooNew, "folder": .unavailable]
            #expect(error?.code == codes[kind] ?? .foreign)
            #expect(error?.description.contains(path) == true)
            #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before)
        }
    }

    @Test("a folder that does not exist is named")
    func noFolder() {
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: "/nonexistent/openwork.db") }
        #expect(error?.code == .unavailable)
        #expect(error?.description.contains("/nonexistent/openwork.db") == true)
    }

    @Test("a released step of the schema is never changed")
    func frozen() async throws {
        try await withTemporaryFolder { folder in
            let file = try DatabaseQueue(path: "\(folder)/openwork.db")
            func digest(_ isIncluded: (String) -> Bool) throws -> String {
                let schema = try file.read {
                    try Row.fetchAll(
                        $0,
                        sql: "SELECT tbl_name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name"
                    )
                }
                let text = schema.filter { isIncluded($0["tbl_name"]) }.map { $0["sql"] as String }.joined(
                    separator: "\n"
                )
                let digest = text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
                    ($0 ^ UInt64($1)) &* 1_099_511_628_211
                }
                return String(digest, radix: 16)
            }
            let second: Set<String> = ["role_rules", "role_token"]
            // Add a step with a digest of its own; do not change these after a release.
            try StoreMigrations.migrator.migrate(file, upTo: "2 role rules")
            #expect(try digest { !second.contains($0) } == "e98c5fc5976e1581")
            #expect(try digest { second.contains($0) } == "39b28fcc873a7ec6")
            try StoreMigrations.migrator.migrate(file, upTo: "3 refused tools")
            #expect(try digest { !second.contains($0) } == "af4b81ff64c166d3")
        }
    }
}
