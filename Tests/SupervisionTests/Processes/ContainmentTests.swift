import Foundation
import MCPConnection
import Testing

@testable import Supervision

@Suite("What an earlier run left", .timeLimit(.minutes(1)))
struct ContainmentTests {
    /// A process that nobody ends, as after the death of a daemon.
    private func orphan(mark: String?) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sleep")
        process.arguments = ["1000"]
        process.environment = mark.map { [StdioServer.processMarker: $0] } ?? [:]
        // Whoever reads what the tests print would wait for it, too.
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test("is found by what was written down, and ended; nobody else is, whatever his id")
    func ended() async throws {
        try await withTemporaryFolder { folder in
            let (mine, others) = (try orphan(mark: "mark-\(getpid())"), try orphan(mark: nil))
            // Not asked to end: it may have inherited that it does not listen.
            defer {
                for process in [mine, others] where process.isRunning { kill(process.processIdentifier, SIGKILL) }
            }
            // The program is there only once it has begun, and with it its environment.
            var found: ServerTrace?
            while found == nil { found = ServerTrace(of: mine.processIdentifier) }
            let trace = try #require(found)
            #expect(ServerTrace(of: others.processIdentifier) == nil)
            let book = ProcessBook(path: "\(folder)/servers")
            book.replace(nil, by: trace)
            book.replace(nil, by: ServerTrace(pid: others.processIdentifier, startTime: 1, mark: "another"))
            let containment = Containment(runFolder: folder)
            let left = await containment.endLeftovers(clock: ContinuousClock())
            #expect(left.map(\.pid) == [mine.processIdentifier])
            #expect(left.map(\.isGone) == [true])
            #expect(!trace.isLeft)
            #expect(others.isRunning)
            #expect(text(of: "\(folder)/servers") == "")
        }
    }

    @Test("may be written down in ways that mean nothing")
    func garbage() async throws {
        try await withTemporaryFolder { folder in
            write("1 2 mark\nx y z\n-5 1 mark\n\n77\n0 0 m\n", to: "\(folder)/servers")
            #expect(ProcessBook(path: "\(folder)/servers").read() == [])
            #expect(await Containment(runFolder: folder).endLeftovers(clock: ContinuousClock()) == [])
        }
    }
}
