import MCPConnection
import Synchronization

/// Holds processes in bounds and writes them down, so that neither they nor a later run of ours lose sight of them.
final class Containment: Sendable {
    /// What belongs to one process while it runs.
    final class Cell: Sendable {
        private let owner: Containment
        private let limits: ResourceLimits
        private let group: ControlGroup.Cell?
        private let trace = Mutex<ServerTrace?>(nil)

        fileprivate init(_ owner: Containment, limits: ResourceLimits, group: ControlGroup.Cell?) {
            self.owner = owner
            self.limits = limits
            self.group = group
        }

        /// The process runs: everything that it starts from now on is held too.
        func take(_ pid: Int32) {
            if group?.take(pid) != true { ProcessLimits.apply(limits, to: pid) }
            guard let found = ServerTrace(of: pid) else { return }
            let before = trace.withLock { trace in
                defer { trace = found }
                return trace
            }
            owner.book?.replace(before, by: found)
        }

        /// Nothing of it is wanted any more.
        func end() {
            group?.end()
            let last = trace.withLock { trace in
                defer { trace = nil }
                return trace
            }
            owner.book?.replace(last, by: nil)
        }
    }

    private let groups: ControlGroup?
    private let why: String
    fileprivate let book: ProcessBook?

    init(runFolder: String?, system: ControlGroup.System = ControlGroup.System()) {
        book = runFolder.map { ProcessBook(path: "\($0)/servers") }
        switch ControlGroup.open(system) {
        case .success(let groups): (self.groups, why) = (groups, "")
        case .failure(let refusal): (groups, why) = (nil, refusal.description)
        }
    }

    /// How it is done here.
    var summary: String {
        groups == nil
            ? "process groups and limits of each process: \(why)"
            : "a control group for each server"
    }

    func cell(for id: String, limits: ResourceLimits) -> Cell {
        Cell(self, limits: limits, group: groups?.cell(for: id, limits: limits))
    }

    /// Ends what a run before this one left.
    func endLeftovers<C: Clock<Duration>>(clock: C) async -> [Leftover] {
        guard let book else { return [] }
        let left = await ServerTrace.endAll(book.read(), within: .seconds(1), clock: clock)
        book.clear()
        return left
    }

    func close() { book?.clear() }
}
