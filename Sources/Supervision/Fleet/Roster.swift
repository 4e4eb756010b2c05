import Health
import Store

/// Who is in charge of what, and who is to begin: the part of a fleet that changes under its lock.
struct Roster<Host: AnyObject & Sendable>: Sendable {
    /// A host that was not begun yet, and whom it follows.
    struct Newcomer: Sendable {
        var id: String
        var host: Host
        /// The host in the place of which it comes; it ends first.
        var before: Host?
    }

    private(set) var hosts: [String: Host] = [:]
    private var newcomers: [Newcomer] = []
    private(set) var isOver = false
    private var countOfHosts: UInt64 = 0

    /// Where the revisions of the next host begin: none that an earlier one ever had follows.
    mutating func nextRevision() -> UInt64 {
        countOfHosts += 1
        return countOfHosts << 40
    }

    /// Puts a host in charge.
    /// - Returns: who was, to be retired, and whether that one has begun; nil when nobody was.
    mutating func add(_ id: String, _ host: Host) -> (host: Host, hasBegun: Bool)? {
        let old = hosts[id]
        hosts[id] = host
        if let place = newcomers.firstIndex(where: { $0.id == id }) {
            newcomers[place].host = host
            return old.map { ($0, false) }
        }
        newcomers.append(Newcomer(id: id, host: host, before: old))
        return old.map { ($0, true) }
    }

    /// Puts nobody in charge.
    /// - Returns: who was, and whether it has begun, so that its end is worth waiting for; and one that still ends.
    mutating func remove(_ id: String) -> (host: Host, hasBegun: Bool, before: Host?)? {
        guard let host = hosts.removeValue(forKey: id) else { return nil }
        guard let place = newcomers.firstIndex(where: { $0.id == id }) else { return (host, true, nil) }
        return (host, false, newcomers.remove(at: place).before)
    }

    /// Who is to begin now.
    mutating func takeNewcomers() -> [Newcomer] {
        defer { newcomers = [] }
        return newcomers
    }

    /// Nobody begins any more.
    mutating func close() { isOver = true }
}
