import Foundation
import JSON

/// Measures the gateway: its overhead beside others, what neighbours do to each other, and its memory.
///
/// `GatewayBenchmark [overhead|isolation|memory] [--json] [--quick] [--binaries FOLDER] [--peers FOLDER]
/// [--directory Benchmarks] [--only CONTENDER] [--cell CLIENTSxBYTES] [--allow-missing-peers]`
///
/// Without a section it measures all three. `--peers` is a folder with the virtual environments `mcp-proxy` and
/// `fastmcp`, as `scripts/bench-peers` makes it. Exits with 1 when a ratio of gateway_thresholds.json does not hold.
@main
struct GatewayBenchmark {
    static func main() async throws {
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "echo",
            let port = Int(CommandLine.arguments[2])
        {
            return try await EchoServer.run(port: port)
        }
        signal(SIGPIPE, SIG_IGN)
        let arguments = Arguments(CommandLine.arguments)
        do {
            try measure(arguments)
        } catch {
            FileHandle.standardError.write(Data("nothing was measured: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func measure(_ arguments: Arguments) throws {
        var report = GatewayReport(
            thresholds: try GatewayThresholds(path: arguments.directory + "/gateway_thresholds.json")
        )
        if arguments.wants("overhead") { report.overhead = try OverheadBenchmark(arguments: arguments).run() }
        if arguments.wants("isolation") { report.isolation = try IsolationBenchmark(arguments: arguments).run() }
        if arguments.wants("memory") { report.memory = try MemoryBenchmark(arguments: arguments).run() }
        print(arguments.wantsJSON ? report.json.text(.pretty) : report.table)
        if !report.holds(allowingMissing: arguments.allowsMissingPeers) { exit(1) }
    }
}
