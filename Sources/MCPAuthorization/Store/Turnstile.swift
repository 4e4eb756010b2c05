import Synchronization

/// Lets tasks through one at a time, in the order in which they came.
final class Turnstile: Sendable {
    private struct Line {
        var isTaken = false
        var waiting: [(id: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
        var nextID: UInt64 = 0
        /// Cancelled before they stood in line.
        var cancelled: Set<UInt64> = []
    }

    private let line = Mutex(Line())

    /// Waits for its turn; false when the task was cancelled first, and then there is nothing to leave.
    func enter() async -> Bool {
        let id = line.withLock { line in
            line.nextID += 1
            return line.nextID
        }
        let isMine = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = line.withLock { line in
                    if line.cancelled.remove(id) != nil { return false }
                    guard line.isTaken else {
                        line.isTaken = true
                        return true
                    }
                    line.waiting.append((id, continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let waiter = line.withLock { line -> CheckedContinuation<Bool, Never>? in
                guard let index = line.waiting.firstIndex(where: { $0.id == id }) else {
                    line.cancelled.insert(id)
                    return nil
                }
                return line.waiting.remove(at: index).continuation
            }
            waiter?.resume(returning: false)
        }
        // A cancellation that came after the turn left its mark for nobody.
        line.withLock { _ = $0.cancelled.remove(id) }
        return isMine
    }

    /// Lets the next task through.
    func leave() {
        let next = line.withLock { line -> CheckedContinuation<Bool, Never>? in
            guard !line.waiting.isEmpty else {
                line.isTaken = false
                return nil
            }
            return line.waiting.removeFirst().continuation
        }
        next?.resume(returning: true)
    }
}
