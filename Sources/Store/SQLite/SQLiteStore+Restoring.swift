import Foundation
import GRDB

extension SQLiteStore {
    /// Puts a backup in the place of a store that nobody has open; what was there stays beside it.
    ///
    /// - Returns: where the former store lies now; nil when there was none.
    /// - Throws: `StoreError`, before anything was changed where the backup is not sound.
    package static func restore(_ backup: String, to path: String) throws -> String? {
        do {
            try StoreFile(path: backup).check()
            try examine(backup)
            let draft = path + ".restoring"
            try? FileManager.default.removeItem(atPath: draft)
            try StoreFile(path: draft).makeEmpty()
            try FileManager.default.removeItem(atPath: draft)
            try FileManager.default.copyItem(atPath: backup, toPath: draft)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft)
            let former = try setAside(path)
            try StoreFile(path: draft).rename(to: path)
            return former
        } catch {
            throw StoreError(error, in: backup)
        }
    }

    private static func examine(_ path: String) throws {
        var settings = Configuration()
        settings.readonly = true
        let report = try DatabaseQueue(path: path, configuration: settings).read {
            try String.fetchAll($0, sql: "PRAGMA integrity_check(1)")
        }
        guard report == ["ok"] else {
            throw StoreError(.corrupt, "\(path) is damaged (\(report.joined(separator: ", "))): take another backup")
        }
    }

    /// Renames the three files of a store, the log first: without its database it is never taken for another's.
    private static func setAside(_ path: String) throws -> String? {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { return nil }
        var number = 1
        while files.fileExists(atPath: "\(path).replaced-\(number)") { number += 1 }
        let former = "\(path).replaced-\(number)"
        for suffix in ["-wal", "-shm", ""] where files.fileExists(atPath: path + suffix) {
            try files.moveItem(atPath: path + suffix, toPath: former + suffix)
        }
        return former
    }
}
