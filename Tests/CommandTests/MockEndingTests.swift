import Glibc
import JSON
import MCPConnection
import Testing

@Suite("How openwork-mock ends", .timeLimit(.minutes(1)))
struct MockEndingTests {
    /// So short that a mock which ignores one step is soon given the next.
    private static let impatient = TeardownBounds(
        afterInputClosed: .milliseconds(300),
        afterTerminate: .milliseconds(300)
    )

    @Test("closing its stdin ends it, with code 0")
    func inputClosed() async throws {
        let run = try await MockProcess.run { mock in
            try await mock.ping()
            #expect(try await mock.answer()?["result"] == [:])
        }
        #expect(run.exit.status == .code(0))
        #expect(run.exit.isOrderly)
        guard case .afterInputClosed(let time) = run.exit.ending else {
            Issue.record("\(run.exit)")
            return
        }
        #expect(time < .seconds(10))
    }

    @Test("SIGTERM ends it, as a signal does", arguments: ["wrong-id", "ignore-stdin-close"])
    func terminated(fault: String) async throws {
        let run = try await MockProcess.run(faults: fault) { mock in
            try await mock.ping()
            _ = await mock.next()
            mock.signal(SIGTERM)
            return await mock.process.exited()
        }
        #expect(try run.value == .signal(SIGTERM))
    }

    @Test("unread output does not hold its end up", arguments: [false, true])
    func unread(isTerminated: Bool) async throws {
        let pipe = try MockPipe(in: TemporaryFolder())
        // Open in both directions: there is always a reader.
        let output = await pipe.open(O_RDWR)
        defer { close(output) }
        let run = try await MockProcess.run(fault: "huge-line@method=ping", into: pipe) { mock in
            try await mock.ping()
            // Its first bytes prove that it is in the middle of the line; nobody reads the rest.
            #expect(await MockPipe.read(output) > 0)
            isTerminated ? mock.signal(SIGTERM) : mock.process.channel.close()
            return await mock.process.exited()
        }
        #expect(try run.value == (isTerminated ? .signal(SIGTERM) : .code(0)))
    }

    @Test("ignore-sigterm goes on answering after SIGTERM, and ends when stdin is closed")
    func ignoresTerminate() async throws {
        let run = try await MockProcess.run(faults: "ignore-sigterm") { mock in
            try await mock.ping()
            _ = await mock.next()
            mock.signal(SIGTERM)
            try await mock.ping()
            #expect(try await mock.answer()?["result"] == [:])
        }
        #expect(run.exit.status == .code(0))
        #expect(run.exit.isOrderly)
    }

    @Test("ignore-stdin-close needs SIGTERM, and with ignore-sigterm SIGKILL", arguments: [false, true])
    func ignoresInputClose(andTerminate: Bool) async throws {
        let run = try await MockProcess.run(
            faults: "ignore-stdin-close",
            andTerminate ? "ignore-sigterm" : "null-id",
            bounds: Self.impatient
        ) { mock in
            try await mock.ping()
            #expect(await mock.next() != nil)
        }
        #expect(run.exit.status == .signal(andTerminate ? SIGKILL : SIGTERM))
        switch run.exit.ending {
        case .afterTerminate: #expect(!andTerminate)
        case .afterKill: #expect(andTerminate)
        default: Issue.record("\(run.exit)")
        }
    }

    @Test(
        "a fault that ends it does so with its code or signal",
        arguments: [
            ("exit-at-start=7", ServerExitStatus.code(7)), ("exit-on@method=ping,code=9", .code(9)),
            ("exit-on@method=ping,signal=6", .signal(6)), ("crash@byte=12,signal=0,code=4", .code(4)),
            ("unclean-exit=3", .code(3)),
        ]
    )
    func exits(fault: String, status: ServerExitStatus) async throws {
        let run = try await MockProcess.run(faults: fault) { mock in
            // One that ended before may no longer read.
            try? await mock.ping()
            if fault.hasPrefix("unclean") { mock.process.channel.close() }
            return await mock.process.exited()
        }
        #expect(try run.value == status)
    }

    @Test("crash leaves so many bytes and dies of its signal")
    func crash() async throws {
        let run = try await MockProcess.run(faults: "crash@byte=12") { mock in
            try await mock.ping()
            return await mock.rest()
        }
        #expect(try run.value == [.unterminated(Array(#"{"jsonrpc":""#.utf8)), .ended(.endOfInput)])
        #expect(run.exit.status == .signal(SIGSEGV))
    }
}
