import Foundation
import JSON
import Synchronization

/// What agents feel of neighbours that hang, crash, flood or have lost their credential.
struct IsolationBenchmark {
    /// Figures of one kind of request, with and without the neighbours.
    struct Pair {
        var without: [Figures] = []
        var with: [Figures] = []

        /// The middle of the runs.
        static func middle(_ figures: [Figures], _ value: (Figures) -> Double) -> Double {
            let sorted = figures.map(value).sorted()
            return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        }

        func ratio(_ value: (Figures) -> Double) -> Double { Self.middle(with, value) / Self.middle(without, value) }

        var json: JSONValue {
            [
                "p99Ms": [
                    "without": Figures.number(Self.middle(without, \.p99)),
                    "with": Figures.number(Self.middle(with, \.p99)),
                    "ratio": Figures.number(ratio(\.p99)),
                ],
                "medianMs": [
                    "without": Figures.number(Self.middle(without, \.median)),
                    "with": Figures.number(Self.middle(with, \.median)), "ratio": Figures.number(ratio(\.median)),
                ],
            ]
        }
    }

    static let troubles = ["hung", "crashing", "flooding", "dead"]

    let arguments: Arguments

    /// Calls and lists, each with and without the neighbours, in turns.
    func run() throws -> (calls: Pair, lists: Pair) {
        let script = arguments.directory + "/troubled_server.py"
        let troubles = Self.troubles.filter { arguments.only == nil || arguments.only == $0 }
        let entries = troubles.map { trouble in
            BenchmarkDaemon.entry(trouble, ["/usr/bin/env", "python3", script, trouble], tools: [trouble])
        }
        let mock = BenchmarkDaemon.entry(
            "mock",
            [arguments.program("openwork-mock"), "--revision", "2025-06-18"],
            tools: ["echo"]
        )
        let daemon = try BenchmarkDaemon(
            arguments.program("openworkd"),
            entries + [mock],
            waitingFor: ["\"echo\""]
        )
        defer { daemon.end() }
        var (calls, lists) = (Pair(), Pair())
        for round in 0..<(arguments.rounds * 4) {
            // The other way round each time, so that what drifts falls on both.
            let (first, second) = round.isMultiple(of: 2) ? (false, true) : (true, false)
            for hasNeighbours in [first, second] {
                for trouble in troubles {
                    try daemon.post("/api/integrations/\(trouble)/\(hasNeighbours ? "enable" : "disable")")
                }
                sleep(2)
                let figures = try measure(daemon, calling: hasNeighbours ? troubles : [])
                if hasNeighbours {
                    calls.with.append(figures.calls)
                    lists.with.append(figures.lists)
                } else {
                    calls.without.append(figures.calls)
                    lists.without.append(figures.lists)
                }
            }
        }
        return (calls, lists)
    }

    private func measure(_ daemon: BenchmarkDaemon, calling troubles: [String]) throws -> (
        calls: Figures, lists: Figures
    ) {
        let (port, path) = (daemon.server.port, daemon.path)
        let isOver = Flag()
        for trouble in troubles {
            Thread.detachNewThread { Self.annoy(trouble, port, path, until: isOver) }
        }
        defer { isOver.raise() }
        usleep(200_000)
        let call = HTTPCall.echo(path, .legacy, bytes: 1_000)
        let calls = try HTTPLoad(call: call, clients: 4, time: arguments.time * 2, least: 1_000).run(port: port)
        let list = HTTPCall(path: path, manner: .legacy, method: "tools/list", params: [:], name: nil)
        let lists = try HTTPLoad(call: list, clients: 1, time: arguments.time, least: 50).run(port: port)
        return (calls, lists)
    }

    /// Calls a neighbour again and again, as an agent does that does not know better; one that hangs is not waited for.
    private static func annoy(_ trouble: String, _ port: Int, _ path: String, until isOver: Flag) {
        var held: [Connection] = []
        defer { for connection in held { connection.end() } }
        let call = HTTPCall(
            path: path,
            manner: .modern,
            method: "tools/call",
            params: ["name": .string(trouble)],
            name: trouble
        )
        while !isOver.isRaised {
            // What becomes of it is of no interest.
            if var connection = try? Connection(port: port), let request = try? call.open(&connection, 0) {
                if trouble == "hung" {
                    try? connection.send(request)
                    held.append(connection)
                } else {
                    _ = try? connection.exchange(request, within: .seconds(2))
                    connection.end()
                }
            }
            usleep(50_000)
        }
    }
}

/// Says once that something is over.
private final class Flag: Sendable {
    private let state = Mutex(false)

    var isRaised: Bool { state.withLock { $0 } }

    func raise() { state.withLock { $0 = true } }
}
