import Synchronization

/// A queue between a producer and one reader that makes the producer wait: its cost is bounded, never its patience.
final class BoundedQueue<Element: Sendable>: Sendable {
    private struct State {
        var waiting: [(element: Element?, cost: Int)] = []
        var head = 0
        var cost = 0
        var isFinished = false
        var reader: CheckedContinuation<Element?, Never>?
        var producers: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var nextProducer: UInt64 = 0

        mutating func step(for continuation: CheckedContinuation<Element?, Never>) -> Step {
            guard head < waiting.count else {
                if isFinished { return .resume(continuation, with: nil, producers: []) }
                precondition(reader == nil, "a channel has one reader at a time")
                reader = continuation
                return .wait
            }
            let (element, elementCost) = waiting[head]
            waiting[head].element = nil
            head += 1
            if head == waiting.count {
                waiting.removeAll(keepingCapacity: waiting.capacity <= 1024)
                head = 0
            } else if head >= 64, head * 2 > waiting.count {
                waiting.removeFirst(head)
                head = 0
            }
            cost -= elementCost
            defer { producers = [:] }
            return .resume(continuation, with: element, producers: Array(producers.values))
        }
    }

    private enum Step {
        case wait
        case resume(
            CheckedContinuation<Element?, Never>,
            with: Element?,
            producers: [CheckedContinuation<Void, Never>]
        )
    }

    private let costLimit: Int
    private let onSpace: @Sendable () -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - costLimit: the cost at which producers have to wait; one element may go over it.
    ///   - onSpace: called, outside the lock, when a full queue takes elements again.
    init(costLimit: Int, onSpace: @escaping @Sendable () -> Void = {}) {
        self.costLimit = costLimit
        self.onSpace = onSpace
    }

    /// True while a producer that can wait should.
    var isFull: Bool {
        state.withLock { $0.cost >= costLimit }
    }

    /// Appends at once, also over the limit: for the producer that asks `isFull` before it produces.
    func push(_ element: Element, cost: Int) {
        let reader = state.withLock { state -> CheckedContinuation<Element?, Never>? in
            guard !state.isFinished else { return nil }
            if let reader = state.reader {
                state.reader = nil
                return reader
            }
            state.waiting.append((element, cost))
            state.cost += cost
            return nil
        }
        reader?.resume(returning: element)
    }

    /// Appends when there is room, waiting for it; a cancelled task does not wait.
    /// - Returns: false when the queue was finished before there was room.
    func pushWaiting(_ element: Element, cost: Int) async -> Bool {
        while !state.withLock(\.isFinished) {
            guard isFull, !Task.isCancelled else {
                push(element, cost: cost)
                return true
            }
            await waitForSpace()
        }
        return false
    }

    /// Nothing follows: the reader gets what is waiting and then nil.
    func finish() {
        let (reader, producers) = state.withLock { state in
            state.isFinished = true
            defer {
                state.reader = nil
                state.producers = [:]
            }
            return (state.reader, Array(state.producers.values))
        }
        reader?.resume(returning: nil)
        for producer in producers { producer.resume() }
    }

    /// The next element; nil after the end, or when the reading task is cancelled.
    func next() async -> Element? {
        // Also with elements waiting: the reader of a flood would otherwise never stop.
        guard !Task.isCancelled else { return nil }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let step = state.withLock { $0.step(for: continuation) }
                resume(step)
                if Task.isCancelled { dismissReader() }
            }
        } onCancel: {
            dismissReader()
        }
    }

    private func dismissReader() {
        let reader = state.withLock { state in
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(returning: nil)
    }

    private func resume(_ step: Step) {
        guard case .resume(let continuation, let element, let producers) = step else { return }
        continuation.resume(returning: element)
        for producer in producers { producer.resume() }
        if element != nil, !isFull { onSpace() }
    }

    private func waitForSpace() async {
        let ticket = state.withLock { state in
            state.nextProducer += 1
            return state.nextProducer
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state in
                    guard state.cost >= costLimit, !state.isFinished, !Task.isCancelled else { return false }
                    state.producers[ticket] = continuation
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.producers.removeValue(forKey: ticket) }?.resume()
        }
    }
}
