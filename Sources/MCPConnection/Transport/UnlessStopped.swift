/// Works until done or told to stop, whichever comes first; the work is cancelled then.
/// - Returns: nil when it was stopped.
func unlessStopped<Value: Sendable>(
    by stop: OneShot<Void>,
    _ work: @escaping @Sendable () async -> Value
) async -> Value? {
    await withTaskGroup { group in
        group.addTask { await work() as Value? }
        group.addTask {
            _ = await stop.wait()
            return nil
        }
        let first = await group.next() ?? nil
        group.cancelAll()
        return first
    }
}
