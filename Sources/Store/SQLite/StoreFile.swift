import Foundation
import GRDB
import Glibc

/// The file of a store, apart from what is in it.
struct StoreFile {
    let path: String

    /// Checks a file that is there, and makes one that only its owner can read where there is none.
    func makeReady() throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw unusable() }
            return try makeEmpty()
        }
        if status.st_size > 0 { try check() }
    }

    /// Makes an empty file that only its owner can read.
    func makeEmpty() throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unusable() }
        Glibc.close(descriptor)
    }

    func refuseExisting() throws {
        guard access(path, F_OK) != 0 else {
            throw StoreError(.refused, "\(path) exists already: name a file that does not, or move it away")
        }
    }

    /// Gives the file, once it is on the disk, another name in its folder.
    func rename(to other: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unusable() }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0, Glibc.rename(path, other) == 0 else { throw unusable() }
    }

    /// That the file is a store of ours, of no later version; nothing is written to it.
    func check() throws {
        var settings = Configuration()
        settings.readonly = true
        settings.busyMode = .timeout(10)
        do {
            try DatabaseQueue(path: path, configuration: settings).read { database in
                let mark = try Int32.fetchOne(database, sql: "PRAGMA application_id")
                let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
                guard mark == SQLiteStore.applicationID || isEmpty else {
                    throw StoreError(.foreign, "\(path) is the database of another program: name another file")
                }
                guard try !StoreMigrations.migrator.hasBeenSuperseded(database) else {
                    throw StoreError(
                        .tooNew,
                        "\(path) was written by a later version: start that one, or restore a backup of this one"
                    )
                }
            }
        } catch {
            throw StoreError(error, in: path)
        }
    }

    private func unusable() -> StoreError {
        let reason = String(cString: strerror(errno))
        return StoreError(
            errno == ENOSPC ? .full : .unavailable,
            "\(path) cannot be used (\(reason)): check its folder"
        )
    }
}
