import MCP
import Synchronization

/// Which lists of one connection have to be read again: however often that is said meanwhile, it is done once.
final class StaleLists: Sendable {
    private let lists = Mutex<Set<ChangedList>>([])
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    init() {
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func insert(_ stale: some Sequence<ChangedList>) {
        lists.withLock { $0.formUnion(stale) }
        ring.yield()
    }

    /// Gives the lists that are stale to one reader, some at a time, until the task is cancelled.
    func forEach(_ body: (Set<ChangedList>) async -> Void) async {
        for await _ in bell {
            let stale = lists.withLock { lists in
                defer { lists = [] }
                return lists
            }
            if !stale.isEmpty { await body(stale) }
        }
    }
}
