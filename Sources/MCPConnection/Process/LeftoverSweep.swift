import Glibc

/// Finds and ends what one server started and what outlived it: its session, and what is marked as its own.
///
/// Runs while the server is a zombie that nobody has reaped: until then its session and group cannot be somebody
/// else's.
struct LeftoverSweep: Sendable {
    /// The ended server: leader of its own session and group.
    let server: Int32
    /// The value of the marker variable in the environment of every process the server started.
    let mark: String

    /// Who is left, dead ones excepted; those are reaped if they are ours to reap.
    func find() -> [ProcessTable.Entry] {
        guard mayHaveLeft() else { return [] }
        let table = ProcessTable.read()
        var found: Set<Int32> = []
        for entry in table.entries where entry.pid != server && isOurs(entry) {
            found.insert(entry.pid)
        }
        guard !found.isEmpty else { return [] }
        // What they started in turn belongs to them, marked or not.
        var grew = true
        while grew {
            grew = false
            for entry in table.entries where found.contains(entry.parent) && found.insert(entry.pid).inserted {
                grew = true
            }
        }
        let here = getpid()
        let entries = table.entries.filter { found.contains($0.pid) }
        for entry in entries where entry.isZombie && entry.parent == here {
            var status: Int32 = 0
            waitpid(entry.pid, &status, WNOHANG)
        }
        return entries.filter { !$0.isZombie }
    }

    /// Sends a signal to the session's group at once, and to everybody else by id, if it is still the same process.
    func signal(_ number: Int32, to entries: [ProcessTable.Entry]) {
        kill(-server, number)
        for entry in entries where ProcessTable.entry(of: entry.pid)?.startTime == entry.startTime {
            kill(entry.pid, number)
        }
    }

    /// False when certainly nobody is left; a small part of the price of reading the whole table.
    ///
    /// Whoever is left lost its parent when the server, or whatever stood between them, ended; so it, or somebody above
    /// it, is our child now, and none of the servers that we started.
    private func mayHaveLeft() -> Bool {
        guard Subreaper.isInForce, let adopted = ProcessTable.adoptedChildren() else { return true }
        return adopted.contains { $0 != server && !LaunchedServers.contains($0) }
    }

    private func isOurs(_ entry: ProcessTable.Entry) -> Bool {
        if entry.session == server { return true }
        // Orphans come to us, or to init when we may not adopt; anybody else has a living parent that we did not start.
        guard entry.parent == getpid() || entry.parent == 1, entry.pid != getpid(), !entry.isZombie else {
            return false
        }
        return ProcessTable.environment(of: entry.pid, contains: "\(StdioServer.processMarker)=\(mark)")
    }
}
