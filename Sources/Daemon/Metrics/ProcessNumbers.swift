import DaemonAPI
import Glibc

/// What the daemon itself takes of its machine.
enum ProcessNumbers {
    static var now: [Measurement] {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let seconds =
            Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        let cpu = Measurement(
            "process_cpu_seconds_total",
            .counter,
            help: "Time of processors that the daemon took.",
            value: seconds
        )
        guard let pages = residentPages else { return [cpu] }
        return [
            cpu,
            Measurement(
                "process_resident_memory_bytes",
                .gauge,
                help: "Memory of the daemon without its servers.",
                value: Double(pages * sysconf(Int32(_SC_PAGESIZE)))
            ),
        ]
    }

    private static var residentPages: Int? {
        guard let file = fopen("/proc/self/statm", "re") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: " ")
        return words.count > 1 ? Int(words[1]) : nil
    }
}
