import Foundation
import GRDB

/// The store of a single machine: one SQLite file with a write-ahead log, or a database in memory.
package struct SQLiteStore: Store {
    private let writer: any DatabaseWriter
    private let name: String

    /// Marks a file as a store of this product: the letters `OWRK`.
    static let applicationID: Int32 = 0x4F57_524B

    /// Opens a file, makes it when there is none, and brings it to the present schema.
    ///
    /// What returned from a write is on the disk. The file is readable by its owner only.
    /// - Parameter path: a file in a folder that exists; SQLite keeps two more files beside it.
    /// - Throws: `StoreError`, before anything was changed where the file is not ours or from a later version.
    package init(path: String) throws {
        name = path
        try StoreFile(path: path).makeReady()
        do {
            var settings = Configuration()
            settings.label = "store"
            settings.busyMode = .timeout(10)
            settings.maximumReaderCount = 2
            settings.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON") }
            let pool = try DatabasePool(path: path, configuration: settings)
            // The pool settles for less, which a loss of power could undo.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            writer = pool
            try StoreMigrations.migrator.migrate(pool)
        } catch {
            throw StoreError(error, in: path)
        }
    }

    private init(writer: any DatabaseWriter) throws {
        self.writer = writer
        name = "the store in memory"
        do {
            try StoreMigrations.migrator.migrate(writer)
        } catch {
            throw StoreError(error, in: name)
        }
    }

    /// A store that ends with the process, the same in everything else.
    package static func inMemory() throws -> SQLiteStore {
        let queue: DatabaseQueue
        do {
            queue = try DatabaseQueue()
        } catch {
            throw StoreError(error, in: "the store in memory")
        }
        return try SQLiteStore(writer: queue)
    }

    /// Closes the file, after what is under way; nothing may be asked afterwards.
    package func close() throws {
        do {
            try writer.close()
        } catch {
            throw StoreError(error, in: name)
        }
    }

    /// Copies the store as it is at one moment, while it is in use, to a file that does not exist yet.
    package func backUp(to path: String) throws {
        let draft = path + ".unfinished"
        do {
            try StoreFile(path: path).refuseExisting()
            try? FileManager.default.removeItem(atPath: draft)
            // Made first, so that nobody else can ever read it.
            try StoreFile(path: draft).makeEmpty()
            try writer.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            try StoreFile(path: draft).rename(to: path)
        } catch {
            // A draft is of no use to anybody.
            try? FileManager.default.removeItem(atPath: draft)
            throw StoreError(error, in: path)
        }
    }

    /// Reads in one transaction; a cancelled caller gets no answer.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await writer.read(body)
        } catch {
            throw StoreError(error, in: name)
        }
    }

    /// Writes in one transaction, carried through although the caller is cancelled.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            writer.asyncWriteWithoutTransaction { [name] database in
                let result = Result {
                    try database.beginTransaction(.immediate)
                    do {
                        let value = try body(database)
                        try database.commit()
                        return value
                    } catch {
                        // Some faults end the transaction by themselves.
                        if database.isInsideTransaction { try database.rollback() }
                        throw error
                    }
                }
                continuation.resume(with: result.mapError { StoreError($0, in: name) })
            }
        }
    }
}
