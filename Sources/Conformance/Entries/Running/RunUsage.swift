/// What a run cost this machine.
package struct RunUsage: Hashable, Sendable {
    /// Processor time of ours and of all children that have ended.
    package let processorTime: Duration
    /// The most memory that our own process held, in KiB.
    package let peakMemoryInKiB: Int
    /// The most memory that any one child held, in KiB.
    package let peakChildMemoryInKiB: Int
    /// Processes that were started.
    package let processes: Int

    /// Collects the figures.
    package init(processorTime: Duration, peakMemoryInKiB: Int, peakChildMemoryInKiB: Int, processes: Int) {
        self.processorTime = processorTime
        self.peakMemoryInKiB = peakMemoryInKiB
        self.peakChildMemoryInKiB = peakChildMemoryInKiB
        self.processes = processes
    }

    /// Both runs together, on one machine or on two.
    package func adding(_ other: RunUsage) -> RunUsage {
        RunUsage(
            processorTime: processorTime + other.processorTime,
            peakMemoryInKiB: max(peakMemoryInKiB, other.peakMemoryInKiB),
            peakChildMemoryInKiB: max(peakChildMemoryInKiB, other.peakChildMemoryInKiB),
            processes: processes + other.processes
        )
    }
}
