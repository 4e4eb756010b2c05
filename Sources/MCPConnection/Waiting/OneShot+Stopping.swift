extension OneShot where Value == Void {
    /// Whether work under it is to stop.
    package var isFired: Bool { current != nil }

    /// Stops all work under it; only the first call counts.
    package func fire() {
        fulfil(())
    }

    /// Works until done or told to stop, whichever comes first; the work is cancelled then.
    /// - Returns: nil when it was stopped.
    package func unlessFired<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) async -> Result? {
        guard !isFired else { return nil }
        return await withTaskGroup { group in
            group.addTask { await work() as Result? }
            group.addTask {
                _ = await self.wait()
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }
}
