/// How a race between an operation and a bound ended.
enum RaceOutcome<Value: Sendable>: Sendable {
    case value(Value)
    case timedOut
}

extension Clock where Duration == Swift.Duration {
    /// Runs an operation until it ends or the bound is over; the loser is cancelled and waited for.
    func race<Value: Sendable>(
        within bound: Duration,
        _ operation: @escaping @Sendable () async -> Value
    ) async -> RaceOutcome<Value> {
        await withTaskGroup(of: RaceOutcome<Value>.self) { group in
            group.addTask { .value(await operation()) }
            group.addTask {
                do {
                    try await sleep(for: bound)
                } catch {
                    // Cancelled: either the operation has won, or it ends by itself for the same reason.
                }
                return .timedOut
            }
            let first = await group.next() ?? .timedOut
            group.cancelAll()
            guard Task.isCancelled, case .timedOut = first, let second = await group.next() else {
                return first
            }
            return second
        }
    }
}
