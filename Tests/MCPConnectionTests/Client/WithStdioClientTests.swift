import JSON
import MCP
import Testing
import TestSupport

@testable import MCPConnection

@Suite("A client of a server process", .timeLimit(.minutes(1)))
struct WithStdioClientTests {
    private func run<Value>(
        _ server: StdioServer,
        offer: RevisionOffer = .legacy,
        bounds: ClientBounds = .patient,
        teardown: TeardownBounds = TeardownBounds(),
        tap: WireTap = .none,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: (Client) async throws -> Value
    ) async throws -> ClientRun<Value> {
        let judge = WireJudge([.clientToServer])
        defer { judge.report(sourceLocation: sourceLocation) }
        return try await withStdioClient(
            server,
            configuration: configuration(offer: offer, bounds: bounds),
            teardown: teardown,
            tap: judge.tap.and(tap),
            clock: ContinuousClock(),
            body
        )
    }

    private func failure(_ run: ClientRun<some Any>) -> ClientFailure? {
        guard case .failure(let error) = run.outcome else { return nil }
        return (error as? ConnectFailure)?.failure
    }

    @Test("calls a tool of a legacy server, found by probing")
    func legacy() async throws {
        let run = try await run(TestServers.legacy(), offer: .all) { client in
            #expect(client.server.era == .legacy)
            return try await client.callTool("echo", arguments: ["a": 1]).value
        }
        #expect(try run.value["content"]?[0]?["text"] == #"{"a": 1}"#)
        #expect(run.exits.map(\.isOrderly) == [true])
        #expect(run.violations.isEmpty)
    }

    @Test("starts a server again that did not survive the probe")
    func exitOnProbe() async throws {
        let dies =
            "raw = sys.stdin.readline()\nif 'server/discover' in raw: sys.exit(9)\nimport io\nsys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0)))"
        let program =
            dies
            + "\nfirst = json.loads(raw)\nsend({'jsonrpc':'2.0','id':first['id'],'result':{'protocolVersion':first['params']['protocolVersion'],'capabilities':{},'serverInfo':{'name':'t','version':'1'}}})"
        let pids = Collected<Int32?>()
        let tap = WireTap { if case .opened(let pid) = $0.event { pids.append(pid) } }
        let run = try await run(TestServers.legacy(beforeStart: program), offer: .all, tap: tap) { client in
            try await client.callTool("echo", arguments: [:]).value["content"] != nil
        }
        #expect(try run.value)
        #expect(run.exits.map(\.status) == [.code(9), .code(0)])
        #expect(Set(pids.all).count == 2)
    }

    @Test("goes on with a server that says nothing to the probe")
    func silentOnProbe() async throws {
        let server = TestServers.legacy(beforeStart: "sys.stdin.readline()")
        let run = try await run(server, offer: .all, bounds: ClientBounds(probe: .milliseconds(300))) {
            $0.server.evidence
        }
        #expect(try run.value == .probeSilent(after: .milliseconds(300)))
    }

    @Test(
        "says why a server never became ready",
        arguments: [
            ("hangs", "sleep 1000", ClientFailure.handshakeTimedOut(after: .milliseconds(500)), "SIGTERM"),
            ("exits at once", "echo no key >&2; exit 4", .ended(.exited(status: 4), during: .initialize), "itself"),
            ("is killed", "kill -9 $$", .ended(.exited(status: nil), during: .initialize), "itself"),
            ("closes its output", "exec >&-; exec cat >/dev/null", .ended(.closed, during: .initialize), "input"),
            ("prints garbage", "echo garbage; cat > /dev/null", .handshakeTimedOut(after: .milliseconds(500)), "input"),
        ]
    )
    func neverReady(name: String, program: String, expected: ClientFailure, ending: String) async throws {
        // Short only where the time has to run out; elsewhere the machine may be as slow as it likes.
        let runsOut = if case .handshakeTimedOut = expected { true } else { false }
        let run = try await run(
            TestServers.shell(program),
            bounds: runsOut ? ClientBounds(handshake: .milliseconds(500)) : .patient,
            teardown: ending == "SIGTERM" ? quickTeardown : TeardownBounds()
        ) { _ in }
        #expect(failure(run) == expected)
        let exit = try #require(run.exits.first)
        #expect(run.exits.count == 1)
        switch exit.ending {
        case .byItself: #expect(ending == "itself")
        case .afterInputClosed: #expect(ending == "input")
        case .afterTerminate: #expect(ending == "SIGTERM")
        default: Issue.record("\(exit)")
        }
        if name == "exits at once" { #expect(exit.errorTail.lines == ["no key"]) }
        if name == "prints garbage" { #expect(run.violations.map(\.code) == [.notJSON]) }
    }

    @Test(
        "records what a server does wrong, and gets its answer all the same",
        arguments: [
            ("print('Starting up...', flush=True)", "pass", [ProtocolViolation.Code.notJSON]),
            ("", "send({'jsonrpc': '2.0', 'id': 999, 'result': {}})", [.unknownResponseID]),
            ("", "send({'jsonrpc': '2.0', 'id': str(id), 'result': {}})", [.foreignResponseID]),
            ("", "sys.stdout.write('\\n'); sys.stdout.flush()", [.notJSON]),
            ("", "sys.stdout.buffer.write(b'\\xff\\xfe\\n'); sys.stdout.flush()", [.notJSON]),
        ]
    )
    func tolerated(start: String, answer: String, codes: [ProtocolViolation.Code]) async throws {
        let run = try await run(TestServers.legacy(beforeStart: start, beforeAnswer: answer)) { client in
            try await client.callTool("echo").value["content"] != nil
        }
        #expect(try run.value)
        #expect(run.violations.map(\.code) == codes)
    }

    @Test("loses nothing but a line of 50 MB")
    func hugeLine() async throws {
        let huge = "sys.stdout.write('x' * 50_000_000 + '\\n'); sys.stdout.flush()"
        let records = Collected<Int>()
        let tap = WireTap { if case .receivedOversized(let length, _) = $0.event { records.append(length) } }
        let run = try await run(TestServers.legacy(beforeAnswer: huge), tap: tap) { client in
            try await client.callTool("echo").value["content"] != nil
        }
        #expect(try run.value)
        #expect(run.violations.map(\.code) == [.oversizeMessage])
        #expect(records.all == [50_000_000])
    }

    @Test("fails a request with the exit and the last words of a server that died")
    func death() async throws {
        let server = TestServers.legacy(
            beforeAnswer: "sys.stderr.write('out of memory\\n'); sys.stderr.flush(); os._exit(3)"
        )
        let run = try await run(server) { try await $0.callTool("echo") }
        #expect(throws: RequestFailure.self) { try run.value }
        guard case .failure(let error as RequestFailure) = run.outcome else { return }
        #expect(error.outcome == .lost(.exited(status: 3)))
        #expect(error.exitStatus == .code(3))
        #expect(error.errorTail.lines == ["out of memory"])
    }

    @Test("does not take the end that it made a server come to for the server's own")
    func closedOutput() async throws {
        // Whether it ends before anybody looks is a matter of luck; that it ended after we closed is not.
        let server = TestServers.legacy(beforeStart: "os.close(1)\nsys.stdin.read()\nos._exit(3)")
        for _ in 0..<5 {
            let run = try await run(server) { _ in }
            guard case .failure(let error as ConnectFailure) = run.outcome else {
                Issue.record("it had a session")
                return
            }
            #expect(error.exitStatus == nil)
            #expect(run.exits.map(\.status) == [.code(3)])
        }
    }

    @Test("times out on a server that no longer reads", arguments: [10, 1_000_000])
    func notReading(size: Int) async throws {
        let bounds = ClientBounds(request: .milliseconds(300))
        let run = try await run(
            TestServers.legacy(beforeAnswer: "time.sleep(1000)"),
            bounds: bounds,
            teardown: quickTeardown
        ) { client in
            _ = await client.outcome(of: "tools/call", params: ["name": "echo", "arguments": [:]])
            let large = JSONValue.string(String(repeating: "a", count: size))
            return await client.outcome(of: "tools/call", params: ["name": "echo", "arguments": ["a": large]])
        }
        #expect(try run.value == .timedOut(after: .milliseconds(300)))
    }

    @Test("answers 1,000 requests at once over one pipe")
    func concurrent() async throws {
        let run = try await run(TestServers.legacy()) { client in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        let result = try await client.callTool("echo", arguments: ["n": .number(JSONNumber(number))])
                        return result.value["content"]?[0]?["text"] == .string("{\"n\": \(number)}")
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        #expect(try run.value == 1000)
    }

    @Test("hears the lines of standard error on its tap")
    func standardError() async throws {
        let lines = Collected<String>()
        let tap = WireTap { if case .standardError(let line) = $0.event { lines.append(line) } }
        let server = TestServers.legacy(beforeStart: "sys.stderr.write('hello\\n'); sys.stderr.flush()")
        _ = try await run(server, tap: tap) { _ in }
        #expect(lines.all == ["hello"])
    }

    @Test("passes a launch fault on")
    func launchFault() async {
        await #expect(throws: LaunchError.self) { try await run(StdioServer(executable: "/no/such/program")) { _ in } }
    }
}
