import Testing

@testable import MCPConnection

@Suite("Orphans", .timeLimit(.minutes(1)))
struct OrphansTests {
    @Test(
        "that have ended are let go of while their server runs, and the server is not",
        arguments: ["sleep 0.05", "setsid sleep 0.05"]
    )
    func reaped(_ orphan: String) async throws {
        let clock = ContinuousClock()
        let run = try await withServerProcess(TestServers.shell("(\(orphan) & echo $!) ; read line"), clock: clock) {
            process in
            guard case .message(let line) = await collect(1, from: process.channel).first,
                let orphan = Int32(String(decoding: line, as: UTF8.self))
            else { return false }
            // Until it has come to us and ended; the suite's time limit ends this otherwise.
            while ProcessTable.entry(of: orphan) != nil {
                Orphans.reap()
                try await clock.sleep(for: .milliseconds(10))
            }
            return process.exitStatus == nil
        }
        #expect(try run.value)
        #expect(run.exit.leftovers == [])
    }
}
