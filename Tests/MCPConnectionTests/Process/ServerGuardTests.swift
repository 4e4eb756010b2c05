import Glibc
import MCP
import Testing
import TestSupport

@testable import MCPConnection

@Suite("A server guard", .timeLimit(.minutes(1)))
struct ServerGuardTests {
    private let clock = ContinuousClock()
    private let shell = StdioServer(
        executable: "/bin/sh",
        arguments: ["-c", ServerGuard.program],
        environment: ["PATH": "/usr/bin:/bin"]
    )

    @Test("ends the group and the strays of every server it knows when we are gone, and nobody else's")
    func ends() async throws {
        let stray = TestServers.shell("setsid sleep 1000 & echo $!; exec sleep 1000")
        let run = try await withServerProcess(stray, bounds: TeardownBounds(drain: .seconds(20)), clock: clock) {
            dying in
            try await withServerProcess(TestServers.echo, clock: clock) { spared in
                let first = await collect(1, from: dying.channel).first
                guard case .message(let line) = first else { return false }
                #expect(Int32(String(decoding: line, as: UTF8.self)) != nil)
                try await leaveAlone(known: [dying, spared], forgotten: [spared])
                _ = await dying.exited()
                #expect(dying.exitStatus == .signal(SIGTERM))
                // The stray holds the pipe too: its end comes when both are gone.
                #expect(await collect(1, from: dying.channel) == [.ended(.endOfInput)])
                return spared.exitStatus == nil
            }.value
        }
        #expect(try run.value)
    }

    /// What the guard sees when we die: some servers named, and the end of its input.
    private func leaveAlone(known: [ServerProcess], forgotten: [ServerProcess]) async throws {
        let bounds = TeardownBounds(afterInputClosed: .seconds(20))
        let run = try await withServerProcess(shell, bounds: bounds, clock: clock) { process in
            let guardian = ServerGuard(channel: process.channel)
            for server in known { await guardian.watch(server.pid, mark: markOf(server)) }
            for server in forgotten { await guardian.forget(server.pid, mark: markOf(server)) }
        }
        #expect(run.exit.isOrderly)
    }

    private func markOf(_ process: ServerProcess) -> String {
        let rows = readWholeFile("/proc/\(process.pid)/environ").split(separator: 0).map {
            String(decoding: $0, as: UTF8.self)
        }
        let prefix = StdioServer.processMarker + "="
        return rows.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) } ?? ""
    }

    @Test("lets go of servers that ended")
    func letsGo() async throws {
        let judge = WireJudge([.clientToServer])
        let result = try await withServerGuard(clock: clock) { guardian in
            for _ in 0..<3 {
                let run = try await withServerProcess(TestServers.echo, guardedBy: guardian, clock: clock) { _ in }
                #expect(run.exit.isOrderly)
            }
            return try await withStdioClient(
                TestServers.legacy(),
                configuration: configuration(offer: .legacy),
                tap: judge.tap,
                guardedBy: guardian,
                clock: clock
            ) { try await $0.listTools().count }.value
        }
        #expect(try result.get() == 1)
        judge.report()
    }
}
