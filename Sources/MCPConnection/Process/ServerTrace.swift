import Glibc

/// What tells one server process from every other that ever had its id, so that a later run of ours can find it.
package struct ServerTrace: Sendable, Hashable {
    /// Its process id, which is also that of its session and its group.
    package let pid: Int32
    /// Clock ticks from the boot of the machine to its start.
    package let startTime: UInt64
    /// The value of the marker variable in the environment of everything that it started.
    package let mark: String

    /// A trace as it was written down.
    package init(pid: Int32, startTime: UInt64, mark: String) {
        self.pid = pid
        self.startTime = startTime
        self.mark = mark
    }

    /// The trace of a process that runs; nil when it is gone, or is none that we started.
    package init?(of pid: Int32) {
        let prefix = "\(StdioServer.processMarker)="
        let rows = readWholeFile("/proc/\(pid)/environ").split(separator: 0)
        guard let entry = ProcessTable.entry(of: pid), let row = rows.first(where: { $0.starts(with: prefix.utf8) })
        else {
            return nil
        }
        self.init(
            pid: pid,
            startTime: entry.startTime,
            mark: String(decoding: row.dropFirst(prefix.utf8.count), as: UTF8.self)
        )
    }

    /// Whether anything of what it marks runs.
    package var isLeft: Bool { !Self.find([self]).isEmpty }

    /// Ends what is left of servers whose daemon ended without ending them: SIGTERM, then SIGKILL.
    ///
    /// Nothing is ended because of its id or its name alone: a process carries the mark, or belongs to the session of one
    /// that carries it and began when it was written down. Each of the two steps may take as long as the bound.
    /// - Returns: who was there, and who is gone.
    package static func endAll<C: Clock<Duration>>(
        _ traces: [ServerTrace],
        within bound: Duration,
        clock: C
    ) async -> [Leftover] {
        guard !traces.isEmpty else { return [] }
        let sessions = Set(traces.map(\.pid))
        var seen: [Int32: ProcessTable.Entry] = [:]
        for number in [SIGTERM, SIGKILL] {
            let present = find(traces)
            if present.isEmpty { break }
            for entry in present {
                seen[entry.pid] = entry
                if ProcessTable.entry(of: entry.pid)?.startTime == entry.startTime { kill(entry.pid, number) }
            }
            let deadline = clock.now.advanced(by: bound)
            // The kernel tells nobody but parents of an end.
            while !find(traces).isEmpty, clock.now < deadline {
                guard (try? await clock.sleep(for: .milliseconds(10))) != nil else { break }
            }
        }
        let remaining = Set(find(traces).map(\.pid))
        return seen.values.sorted { $0.pid < $1.pid }.map { entry in
            Leftover(
                pid: entry.pid,
                name: entry.name,
                hasOwnSession: !sessions.contains(entry.session),
                isGone: !remaining.contains(entry.pid)
            )
        }
    }

    private static func find(_ traces: [ServerTrace]) -> [ProcessTable.Entry] {
        let rows = Set(traces.map { Array("\(StdioServer.processMarker)=\($0.mark)".utf8) })
        let starts = Dictionary(traces.map { ($0.pid, $0.startTime) }) { _, last in last }
        let entries = ProcessTable.read().entries.filter { $0.pid != getpid() }
        let leaders = Set(entries.filter { starts[$0.pid] == $0.startTime && $0.pid == $0.session }.map(\.pid))
        return entries.filter { entry in
            guard !entry.isZombie else { return false }
            if leaders.contains(entry.session) { return true }
            return readWholeFile("/proc/\(entry.pid)/environ").split(separator: 0).contains { rows.contains(Array($0)) }
        }
    }
}
