import Testing

@testable import MCPConnection

@Suite("A server process", .timeLimit(.minutes(1)))
struct WithServerProcessTests {
    private let clock = ContinuousClock()

    /// Runs a server until it has written one line, and gives that line as a number.
    private func pidLine(_ process: ServerProcess) async -> Int32 {
        guard case .message(let line) = await collect(1, from: process.channel).first else { return 0 }
        return Int32(String(decoding: line, as: UTF8.self)) ?? 0
    }

    @Test("talks over its pipes and ends when its input is closed")
    func echo() async throws {
        let run = try await withServerProcess(TestServers.echo, clock: clock) { process in
            try await process.channel.send(Array("hello".utf8))
            return await collect(1, from: process.channel)
        }
        #expect(try run.value == [.message(Array("hello".utf8))])
        #expect(run.exit.status == .code(0))
        #expect(run.exit.isOrderly)
        guard case .afterInputClosed(let time) = run.exit.ending else {
            Issue.record("\(run.exit)")
            return
        }
        #expect(time < .seconds(2))
    }

    @Test("leads its own session and group, and sees only the environment it was given")
    func isolation() async throws {
        var server = TestServers.shell("ps -o sid=,pgid= -p $$ | tr -s ' '; env | cut -d= -f1 | sort | tr '\\n' ' '")
        server.environment = ["PATH": "/usr/bin:/bin", "GIVEN": "1"]
        let run = try await withServerProcess(server, clock: clock) { process in
            (process.pid, await collect(9, from: process.channel))
        }
        let (pid, events) = try run.value
        #expect(
            events.first == .message(Array(" \(pid) \(pid)".utf8))
                || events.first == .message(Array("\(pid) \(pid)".utf8))
        )
        #expect(events.dropFirst().first == .unterminated(Array("GIVEN OPENWORK_SERVER_PROCESS PATH PWD ".utf8)))
    }

    @Test("starts in its working directory")
    func workingDirectory() async throws {
        var server = TestServers.shell("pwd")
        server.workingDirectory = "/usr/lib"
        let run = try await withServerProcess(server, clock: clock) { await collect(1, from: $0.channel) }
        #expect(try run.value == [.message(Array("/usr/lib".utf8))])
    }

    @Test(
        "that ended before it was asked to is told apart",
        arguments: [("exit 7", ServerExitStatus.code(7)), ("kill -9 $$", .signal(9))]
    )
    func byItself(program: String, status: ServerExitStatus) async throws {
        let run = try await withServerProcess(TestServers.shell(program), clock: clock) { process in
            #expect(await process.exited() == status)
            #expect(await collect(9, from: process.channel) == [.ended(.endOfInput)])
        }
        #expect(run.exit.ending == .byItself)
        #expect(run.exit.status == status)
    }

    @Test("that ignores the end of its input gets SIGTERM, and what it still says is kept")
    func terminate() async throws {
        let server = TestServers.shell("trap 'echo going >&2; exit 3' TERM; echo up; while :; do sleep 0.05; done")
        let run = try await withServerProcess(server, bounds: quickTeardown, clock: clock) { process in
            await collect(1, from: process.channel)
        }
        guard case .afterTerminate = run.exit.ending else {
            Issue.record("\(run.exit)")
            return
        }
        #expect(run.exit.status == .code(3))
        #expect(run.exit.errorTail.lines.last == "going")
    }

    @Test("that ignores SIGTERM too is killed")
    func killed() async throws {
        let server = TestServers.shell("trap '' TERM; echo up; while :; do sleep 0.05; done")
        let run = try await withServerProcess(server, bounds: quickTeardown, clock: clock) { process in
            _ = await collect(1, from: process.channel)
            return process.pid
        }
        guard case .afterKill = run.exit.ending else {
            Issue.record("\(run.exit)")
            return
        }
        #expect(run.exit.status == .signal(9))
        #expect(try !runs(run.value))
    }

    @Test("is ended also when the body throws")
    func throwingBody() async throws {
        struct Fault: Error {}
        let pid = OneShot<Int32>()
        let run = try await withServerProcess(TestServers.echo, clock: clock) { process in
            pid.fulfil(process.pid)
            throw Fault()
        }
        #expect(throws: Fault.self) { try run.value }
        #expect(!runs(pid.current ?? 0))
        #expect(run.exit.isOrderly)
    }

    @Test("is ended also when the task is cancelled, step by step")
    func cancelled() async throws {
        let pid = OneShot<Int32>()
        let task = Task {
            try await withServerProcess(TestServers.echo, clock: ContinuousClock()) { process in
                pid.fulfil(process.pid)
                return await collect(1, from: process.channel)
            }
        }
        let started = try #require(await pid.wait())
        task.cancel()
        let run = try await task.value
        #expect(try run.value == [])
        #expect(run.exit.isOrderly)
        #expect(!runs(started))
    }

    @Test("leaves no child behind that holds its pipes, and does not wait for it")
    func grandchild() async throws {
        let server = TestServers.shell("sleep 1000 & echo $!; exec cat")
        let run = try await withServerProcess(server, bounds: quickTeardown, clock: clock) { await pidLine($0) }
        let grandchild = try run.value
        #expect(grandchild > 0)
        #expect(!runs(grandchild))
        #expect(run.exit.leftovers == [Leftover(pid: grandchild, name: "sleep", hasOwnSession: false, isGone: true)])
        #expect(!run.exit.isOrderly)
    }

    @Test("leaves no daemon behind that took a session of its own")
    func daemon() async throws {
        let program = "setsid sh -c 'echo $$; exec sleep 1000' & cat"
        let run = try await withServerProcess(TestServers.shell(program), bounds: quickTeardown, clock: clock) {
            await pidLine($0)
        }
        let grandchild = try run.value
        #expect(grandchild > 0)
        #expect(!runs(grandchild))
        #expect(run.exit.leftovers == [Leftover(pid: grandchild, name: "sleep", hasOwnSession: true, isGone: true)])
    }

    @Test("that ends while a grandchild holds its pipes is noticed in the body")
    func endedWithHeldPipes() async throws {
        let server = TestServers.shell("sleep 1000 & echo last; exit 0")
        let run = try await withServerProcess(server, bounds: quickTeardown, clock: clock) { process in
            await collect(9, from: process.channel)
        }
        #expect(try run.value == [.message(Array("last".utf8)), .ended(.abandoned)])
        #expect(run.exit.leftovers.count == 1)
    }

    @Test("may write as much to standard error as it likes: the end is kept")
    func errorFlood() async throws {
        let program =
            "i=0; while [ $i -lt 30000 ]; do echo \"line $i xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"; i=$((i+1)); done >&2; echo done; cat"
        let seen = Counter()
        let run = try await withServerProcess(
            TestServers.shell(program),
            clock: clock,
            onErrorLine: { _ in seen.increment() }
        ) {
            await collect(1, from: $0.channel)
        }
        #expect(try run.value == [.message(Array("done".utf8))])
        #expect(seen.value == 30_000)
        #expect(run.exit.errorTail.lines.count == ErrorTail.lineLimit)
        #expect(run.exit.errorTail.lines.last?.hasPrefix("line 29999") == true)
        #expect(run.exit.errorTail.droppedLines == 30_000 - ErrorTail.lineLimit)
    }

    @Test("leaves no descriptor, thread or process behind, 200 times over", .timeLimit(.minutes(2)))
    func noLeaks() async throws {
        func once() async throws {
            let run = try await withServerProcess(TestServers.echo, clock: clock) { _ in }
            #expect(run.exit.isOrderly)
        }
        for _ in 0..<5 { try await once() }
        let before = openDescriptorCount()
        for _ in 0..<200 { try await once() }
        // Other tests run beside this one, and what they hold they give back; a leak would show 200 times, for ever.
        let limit = before + 100
        for _ in 0..<100_000 where openDescriptorCount() >= limit { await Task.yield() }
        #expect(openDescriptorCount() < limit)
    }
}
