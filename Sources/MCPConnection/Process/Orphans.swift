import Glibc

/// What servers started and left to us when they, or whatever stood between, ended.
package enum Orphans {
    /// Lets go of those that have ended: each would keep its entry in the kernel's table for as long as we live.
    ///
    /// Processes that we started ourselves are never touched: servers are known by their ids, and others are of our
    /// session.
    /// - Returns: how many there were.
    @discardableResult
    package static func reap() -> Int {
        guard Subreaper.isInForce, let children = ProcessTable.adoptedChildren() else { return 0 }
        let session = getsid(0)
        return children.count { child in
            guard let entry = ProcessTable.entry(of: child), entry.isZombie, entry.parent == getpid(),
                entry.session != session, !LaunchedServers.mayContain(child)
            else { return false }
            var status: Int32 = 0
            return waitpid(child, &status, WNOHANG) == child
        }
    }
}
