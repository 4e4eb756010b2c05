import Foundation
import JSON

/// What large messages take of the daemon's memory, and whether it is given back.
struct MemoryBenchmark {
    /// Bytes of resident memory.
    struct Usage {
        let clients: Int
        let before: Int
        let peak: Int
        let after: Int

        /// The most that clients may cost: what all of them may have under way at once.
        var bound: Int { clients * (16 << 20) }

        var json: JSONValue {
            func mebibytes(_ bytes: Int) -> JSONValue { Figures.number(Double(bytes) / 1_048_576) }
            return [
                "clients": .number(JSONNumber(clients)), "beforeMiB": mebibytes(before), "peakMiB": mebibytes(peak),
                "afterMiB": mebibytes(after), "boundMiB": mebibytes(bound),
            ]
        }

        /// Whether it stayed within its bound, and went back to no more than 32 MiB above where it was.
        var holds: Bool { peak - before <= bound && after - before <= 32 << 20 }
    }

    let arguments: Arguments

    func run() throws -> Usage {
        let mock = BenchmarkDaemon.entry(
            "mock",
            [arguments.program("openwork-mock"), "--revision", "2025-06-18"],
            tools: ["echo"]
        )
        let daemon = try BenchmarkDaemon(arguments.program("openworkd"), [mock], waitingFor: ["\"echo\""])
        defer { daemon.end() }
        let clients = 32
        let small = HTTPCall.echo(daemon.path, .legacy, bytes: 1_000)
        _ = try HTTPLoad(call: small, clients: clients, time: arguments.time, least: 1_000).run(
            port: daemon.server.port
        )
        // It looks at what it holds every now and then.
        sleep(25)
        let before = daemon.server.memory().now
        daemon.server.forgetPeak()
        let large = HTTPCall.echo(daemon.path, .legacy, bytes: 1_000_000)
        let time = arguments.time * 4
        _ = try HTTPLoad(call: large, clients: clients, time: time, least: 1_000_000).run(port: daemon.server.port)
        let peak = daemon.server.memory().peak
        sleep(25)
        return Usage(clients: clients, before: before, peak: peak, after: daemon.server.memory().now)
    }
}
