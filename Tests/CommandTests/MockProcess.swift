import Foundation
import Glibc
import JSON
import MCPConnection

/// The built mock while it runs, spoken to a line at a time.
struct MockProcess: Sendable {
    let process: ServerProcess

    /// How to start it.
    static func server(_ arguments: [String]) throws -> StdioServer {
        StdioServer(
            executable: try ToolRun.path(of: "openwork-mock"),
            arguments: arguments,
            environment: ["PATH": "/usr/bin:/bin"]
        )
    }

    /// Starts it with faults and gives it to the body; the bounds are long, so that a harsher step shows a defect.
    static func run<Value>(
        faults: String...,
        bounds: TeardownBounds = TeardownBounds(afterInputClosed: .seconds(20), afterTerminate: .seconds(20)),
        _ body: (MockProcess) async throws -> Value
    ) async throws -> ServerRun<Value> {
        let arguments = faults.flatMap { ["--fault", $0] }
        return try await withServerProcess(try server(arguments), bounds: bounds, clock: ContinuousClock()) {
            try await body(MockProcess(process: $0))
        }
    }

    /// The same with a named pipe as its stdout, for what a connection would not wait for.
    static func run<Value>(
        fault: String,
        into pipe: MockPipe,
        _ body: (MockProcess) async throws -> Value
    ) async throws -> ServerRun<Value> {
        let mock = try server([])
        let shell = StdioServer(
            executable: "/bin/sh",
            arguments: ["-c", #"exec "$0" --fault "$1" >"$2""#, mock.executable, fault, pipe.path],
            environment: mock.environment
        )
        let bounds = TeardownBounds(afterInputClosed: .seconds(20), afterTerminate: .seconds(20))
        return try await withServerProcess(shell, bounds: bounds, clock: ContinuousClock()) {
            try await body(MockProcess(process: $0))
        }
    }

    /// Sends a `ping`.
    func ping() async throws {
        try await process.channel.send(Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8))
    }

    /// What it says next.
    func next() async -> ChannelEvent? {
        var events = process.channel.events.makeAsyncIterator()
        return await events.next()
    }

    /// What the next message says, as JSON; nil when there is none.
    func answer() async throws -> JSONValue? {
        guard case .message(let line)? = await next() else { return nil }
        return try JSONValue(parsing: line)
    }

    /// Reads to the end of its output, without waiting for its exit.
    func rest() async -> [ChannelEvent] {
        var rest: [ChannelEvent] = []
        for await event in process.channel.events { rest.append(event) }
        return rest
    }

    func signal(_ number: Int32) {
        kill(process.pid, number)
    }

    /// The most memory that it had at once so far, of its own and not of the process it was forked from.
    var peakKilobytes: Int? {
        MockProc.text(process.pid, "status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            .flatMap { Int($0.filter(\.isNumber)) }
    }

    /// The processes that it started and that live.
    var children: [pid_t] {
        MockProc.text(process.pid, "task/\(process.pid)/children").split(separator: " ").compactMap { pid_t($0) }
    }
}
