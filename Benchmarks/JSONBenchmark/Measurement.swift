import Foundation

/// How much processor time subjects take on a text.
///
/// All subjects take turns in short batches, and the cheapest batch of each counts: other work on the machine can only
/// make a batch dearer, and hits all alike.
enum Measurement {
    /// Nanoseconds for one reading, by subject.
    static func nanoseconds(
        of subjects: [Subject],
        on bytes: [UInt8],
        rounds: Int,
        batch: Duration
    ) throws -> [String: Double] {
        var input = Subject.Input(bytes: bytes)
        var repetitions: [String: Int] = [:]
        for subject in subjects {
            let once = try processorTime { try subject.run(&input) }
            repetitions[subject.name] = max(1, Int(batch / .nanoseconds(max(once, 100))))
        }
        var best: [String: Double] = [:]
        for _ in 0..<rounds {
            for subject in subjects {
                let count = repetitions[subject.name] ?? 1
                let elapsed = try processorTime { for _ in 0..<count { try subject.run(&input) } }
                best[subject.name] = min(best[subject.name] ?? .infinity, Double(elapsed) / Double(count))
            }
        }
        return best
    }

    /// Nanoseconds that this thread was on a processor.
    private static func processorTime(_ body: () throws -> Void) rethrows -> Int64 {
        let start = now()
        try body()
        return now() - start
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
