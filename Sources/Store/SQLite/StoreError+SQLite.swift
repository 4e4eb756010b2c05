import GRDB

extension StoreError {
    /// What a fault of the database means to whoever uses the store of this name.
    init(_ error: any Error, in name: String) {
        switch error {
        case let error as StoreError: self = error
        case is CancellationError: self.init(.cancelled, "the caller was cancelled while it read \(name)")
        case let error as DatabaseError: self.init(error, in: name)
        default: self.init(.unavailable, "\(name) cannot be used: \(error)")
        }
    }

    private init(_ error: DatabaseError, in name: String) {
        // The message of SQLite names columns and rules, never values.
        let reason = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(.full, "there is no room for \(name): free some on its disk")
        case .SQLITE_NOTADB:
            self.init(.foreign, "\(name) is no database: name another file, or restore a backup")
        case .SQLITE_CORRUPT:
            self.init(.corrupt, "\(name) is damaged (\(reason)): restore a backup")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "\(name) is held by another process for too long: end that one")
        case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH:
            self.init(.refused, "\(name) does not take that: \(reason)")
        case .SQLITE_INTERRUPT, .SQLITE_ABORT:
            self.init(.cancelled, "the caller was cancelled while it read \(name)")
        default:
            self.init(.unavailable, "\(name) cannot be used (\(reason)): check the file and its folder")
        }
    }
}
