import Glibc

extension LeftoverSweep {
    /// Gives leftovers a moment, then SIGTERM, then SIGKILL, and says who was there and who is gone.
    ///
    /// Each of the three steps may take as long as the bound.
    func endAll<C: Clock<Duration>>(within bound: Duration, clock: C) async -> [Leftover] {
        guard !(await areGone(within: bound, clock: clock)) else { return [] }
        var seen: [Int32: ProcessTable.Entry] = [:]
        for step in [SIGTERM, SIGKILL] {
            let present = find()
            for entry in present { seen[entry.pid] = entry }
            signal(step, to: present)
            if await areGone(within: bound, clock: clock) { break }
        }
        let remaining = Set(find().map(\.pid))
        for entry in seen.values where !remaining.contains(entry.pid) { reap(entry) }
        return seen.values.sorted { $0.pid < $1.pid }.map { entry in
            Leftover(
                pid: entry.pid,
                name: entry.name,
                hasOwnSession: entry.session != server,
                isGone: !remaining.contains(entry.pid)
            )
        }
    }

    /// Of somebody who led a session of its own nothing tells any more, once it has ended, whose it was.
    private func reap(_ entry: ProcessTable.Entry) {
        guard let now = ProcessTable.entry(of: entry.pid), now.startTime == entry.startTime, now.isZombie,
            now.parent == getpid()
        else { return }
        var status: Int32 = 0
        waitpid(entry.pid, &status, WNOHANG)
    }

    /// Looks again every few milliseconds: the kernel offers no event for the end of a process that is not a child.
    private func areGone<C: Clock<Duration>>(within bound: Duration, clock: C) async -> Bool {
        let deadline = clock.now.advanced(by: bound)
        while !find().isEmpty {
            guard clock.now < deadline, (try? await clock.sleep(for: .milliseconds(5))) != nil else {
                // Cancelled or out of time: whoever asked goes on with the next step.
                return find().isEmpty
            }
        }
        return true
    }
}
