import Synchronization

/// A `StreamLog` that waits: its writer for a slow reader, its reader for the next message.
final class EventLog: Sendable {
    /// What a reader is given.
    struct Batch: Sendable {
        let entries: ArraySlice<StreamLog.Entry>
        /// Nothing follows: the stream has ended, or another reader took over.
        let isLast: Bool
        /// Why it is the last one although more will come: whoever writes let the reader go.
        var release: Release?
    }

    /// A reader is to leave and to come back for the rest.
    struct Release: Sendable {
        let reader: Int
        /// The last number it is still given.
        let through: Int
        /// What it is asked to wait; nil for what it was told before.
        let retry: Duration?
    }

    private struct State {
        var log: StreamLog
        var isFinished = false
        /// The reader in charge; an older one gets nothing more.
        var reader = 0
        var isRead = true
        var canRelease = false
        var release: Release?
        /// Whether whoever waits for the first message is told that there is none yet.
        var isHurried = false
        var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var nextTicket: UInt64 = 0

        /// Whether the first reader has still to come.
        var isAwaited: Bool { reader == 0 && isRead && !isFinished }

        func batch(after number: Int, reader: Int) -> Batch? {
            guard reader == self.reader else { return Batch(entries: [], isLast: true) }
            let entries = log.entries(after: number)
            if let release, release.reader == reader {
                return Batch(entries: entries.prefix { $0.number <= release.through }, isLast: true, release: release)
            }
            return entries.isEmpty && !isFinished ? nil : Batch(entries: entries, isLast: isFinished)
        }
    }

    private let state: Mutex<State>

    /// A log whose first reader is expected at once.
    init(bounds: ReplayBounds) {
        state = Mutex(State(log: StreamLog(bounds: bounds)))
    }

    var lastNumber: Int { state.withLock(\.log.lastNumber) }

    var isFinished: Bool { state.withLock(\.isFinished) }

    /// Whether somebody reads, or is expected to.
    var isRead: Bool { state.withLock(\.isRead) }

    /// Whether everything after the number can still be had.
    func isComplete(after number: Int) -> Bool { state.withLock { $0.log.isComplete(after: number) } }

    /// Appends a message; nobody waits.
    func append(_ message: [UInt8]) { change { if !$0.isFinished { $0.log.append(message) } } }

    /// Waits while a reader is there and behind.
    func waitForReader() async {
        while state.withLock({ $0.isRead && !$0.isFinished && $0.log.isFull }), !Task.isCancelled {
            await wait { $0.isRead && !$0.isFinished && $0.log.isFull }
        }
    }

    /// Nothing follows.
    func finish() { change { $0.isFinished = true } }

    /// Lets the reader go, after what there is; what follows is kept for it as far as the bounds allow.
    /// - Returns: false when there is none, or none that could come back.
    func release(retry: Duration?) -> Bool {
        change { state in
            guard state.isRead, state.canRelease, !state.isFinished else { return false }
            state.release = Release(reader: state.reader, through: state.log.lastNumber, retry: retry)
            return true
        }
    }

    /// The same, once the first reader is there: a call may be so quick that its stream is not open yet.
    func releaseReader(retry: Duration?) async -> Bool {
        while state.withLock({ $0.isAwaited }), !Task.isCancelled { await wait(while: \.isAwaited) }
        return release(retry: retry)
    }

    /// Makes the caller the one reader; one that could come back for the rest can be let go.
    /// - Returns: its name for `next` and `leave`.
    func takeOver(canReturn: Bool = false) -> Int {
        change { state in
            state.reader += 1
            state.isRead = true
            state.canRelease = canReturn
            return state.reader
        }
    }

    /// The reader is gone, and may come back as another.
    func leave(_ reader: Int) {
        change { state in
            guard state.reader == reader else { return }
            state.isRead = false
            state.reader += 1
        }
    }

    /// What follows a number; waits until something does.
    ///
    /// Empty and last when the reader is no longer in charge.
    /// Everything up to the number counts as written. Cancelling the task returns an empty batch, and loses nothing.
    func next(after number: Int, reader: Int) async -> Batch {
        change { state in if state.reader == reader { state.log.read(through: number) } }
        while true {
            let batch = state.withLock { $0.batch(after: number, reader: reader) }
            if let batch { return batch }
            if Task.isCancelled { return Batch(entries: [], isLast: false) }
            await wait { $0.batch(after: number, reader: reader) == nil }
        }
    }

    /// The first messages; nil when it was hurried before there were any.
    func first(reader: Int) async -> Batch? {
        while true {
            let (batch, isHurried) = state.withLock { ($0.batch(after: 0, reader: reader), $0.isHurried) }
            if let batch { return batch }
            if isHurried || Task.isCancelled { return nil }
            await wait { $0.batch(after: 0, reader: reader) == nil && !$0.isHurried }
        }
    }

    /// Lets whoever waits for the first messages go without.
    func hurry() { change { $0.isHurried = true } }

    private func change<Value>(_ body: (inout sending State) -> Value) -> Value where Value: Sendable {
        let (value, waiting) = state.withLock { state in
            let value = body(&state)
            defer { state.waiting = [:] }
            return (value, Array(state.waiting.values))
        }
        for continuation in waiting { continuation.resume() }
        return value
    }

    /// Waits for the next change, unless there was one already.
    private func wait(while condition: @Sendable (State) -> Bool) async {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state in
                    guard condition(state), !Task.isCancelled else { return false }
                    state.waiting[ticket] = continuation
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
        }
    }
}
