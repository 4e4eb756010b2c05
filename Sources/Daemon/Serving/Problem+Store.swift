import DaemonAPI
import Store

extension Problem {
    /// What a caller is told when the database could not take a change, of which nothing was kept.
    ///
    /// It is an answer of every route, and so has the status that all of them declare.
    static func noRoom(_ error: StoreError) -> Problem {
        Problem(
            500,
            "disk_full",
            "nothing was kept: \(error)",
            fix: "free some room on the disk that holds the daemon's home, and ask again"
        )
    }
}
