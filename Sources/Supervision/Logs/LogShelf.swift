import Redaction
import Store
import Synchronization

/// The logs of all servers by integration; one that is run anew goes on in the log that it had.
final class LogShelf: Sendable {
    private let folder: String?
    private let wall: @Sendable () -> WallTime
    private let logs = Mutex<[String: ServerLog]>([:])

    init(folder: String?, wall: @escaping @Sendable () -> WallTime) {
        self.folder = folder
        self.wall = wall
    }

    /// The log of an integration; nil when it has none.
    func log(of id: String) -> ServerLog? { logs.withLock { $0[id] } }

    /// The log of an integration, made when it has none; from now on these secrets are taken out of it.
    func log(of id: String, redactor: Redactor) -> ServerLog {
        let log = logs.withLock { logs in
            if let log = logs[id] { return log }
            let file = folder.map { LogFile(path: "\($0)/\(LogFile.name(for: id))") }
            let log = ServerLog(file: file, wall: wall)
            logs[id] = log
            return log
        }
        log.hide(redactor)
        return log
    }

    /// Ends everybody who follows, and closes the files.
    func close() {
        for log in logs.withLock({ Array($0.values) }) { log.close() }
    }
}
