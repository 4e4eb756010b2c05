import Synchronization

/// Integrations whose tools have to be held against what was approved; however often one is named, it is done once.
final class ReviewQueue: Sendable {
    private let ids = Mutex<Set<String>>([])
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    init() {
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func add(_ id: String) {
        ids.withLock { _ = $0.insert(id) }
        ring.yield()
    }

    /// Hands the ids to one reader, some at a time, until the task is cancelled.
    func forEach(_ body: (Set<String>) async -> Void) async {
        for await _ in bell {
            let taken = ids.withLock { ids in
                defer { ids = [] }
                return ids
            }
            if !taken.isEmpty { await body(taken) }
        }
    }
}
