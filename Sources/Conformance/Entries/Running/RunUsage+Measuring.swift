import Glibc

extension RunUsage {
    /// What this process has used since it began, its ended children included.
    static func measured(processes: Int, peakChildMemoryInKiB: Int?) -> RunUsage {
        var own = rusage()
        var children = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
        func time(_ value: timeval) -> Duration {
            .seconds(Int64(value.tv_sec)) + .microseconds(Int64(value.tv_usec))
        }
        return RunUsage(
            processorTime: time(own.ru_utime) + time(own.ru_stime) + time(children.ru_utime) + time(children.ru_stime),
            peakMemoryInKiB: Int(own.ru_maxrss),
            peakChildMemoryInKiB: peakChildMemoryInKiB ?? 0,
            processes: processes
        )
    }
}
