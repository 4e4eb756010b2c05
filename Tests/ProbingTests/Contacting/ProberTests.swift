import Glibc
import Health
import JSON
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Probing
import Registry
import Simulation
import Testing
import TestSupport

@Suite("A prober")
struct ProberTests {
    private func contact(_ server: MockServer, _ subject: ProbeSubject) async -> ContactReport? {
        let judge = WireJudge()
        defer { judge.report() }
        let (ours, theirs) = judge.pair()
        return await withTaskGroup { group in
            group.addTask { _ = await server.serve(over: theirs, clock: ContinuousClock()) }
            defer { group.cancelAll() }
            return await Prober.forTests.contact(over: ours, subject, bounds: .small(.atOnce))
        }
    }

    @Test("proves a credential, and brings tools, server and times along", .timeLimit(.minutes(1)))
    func good() async throws {
        let report = try #require(await contact(.sample, .clock))
        #expect(report.outcome.code == .ok)
        #expect(report.outcome.proof == .credential)
        #expect(report.tools?.count == 6)
        #expect(report.server?.revision == .latest)
        #expect(Set(report.times.keys) == [.handshake, .list, .probe])
    }

    @Test("proves nothing by a list when there is no probe", .timeLimit(.minutes(1)))
    func noProbe() async throws {
        let report = try #require(await contact(.sample, ProbeSubject(ProbeSubject.rules())))
        #expect(report.outcome.proof == .reachable)
    }

    @Test(
        "sees through answers that look alike",
        .timeLimit(.minutes(1)),
        arguments: [
            (MockAnswer.text(#"{"ok":false,"status":401}"#), OutcomeCode.credentialInvalid),
            (.failure("Token has expired"), .credentialExpired), (.text("[]"), .credentialInvalid),
            (.text(#"{"user":"ann"}"#), .ok),
            (
                .structured(["result": [["response": ["error": "x", "status_code": 403, "error_code": "Throttling"]]]]),
                .rateLimited
            ),
        ]
    )
    func answers(answer: MockAnswer, code: OutcomeCode) async throws {
        var rules = ProbeSubject.rules()
        rules.expectations = [BodyTest(contains: "user")]
        rules.declaredTools = 1
        let server = MockServer("x").offering(MockTool("me").answering(answer))
        let report = try #require(await contact(server, ProbeSubject(rules, probe: .init("me"))))
        #expect(report.outcome.code == code, "\(report.outcome.evidence.summary)")
    }

    @Test("takes a list without tools for no list where some are declared", .timeLimit(.minutes(1)))
    func noTools() async throws {
        let subject = ProbeSubject(ProbeSubject.rules(isSet: false), probe: .init("me"))
        let report = try #require(await contact(MockServer("x"), subject))
        #expect(report.outcome.code == .credentialMissing)
        #expect(report.outcome.evidence.step == .list)
    }

    @Test("probes a living connection again and leaves it open", .timeLimit(.minutes(1)))
    func living() async throws {
        let mock = StdioServer(executable: try #require(BuiltProduct.path(of: "openwork-mock")))
        let configuration = ClientConfiguration(info: Implementation(name: "t", version: "1"), bounds: .patient)
        let judge = WireJudge()
        defer { judge.report() }
        let run = try await withStdioClient(
            mock,
            configuration: configuration,
            tap: judge.tap,
            clock: ContinuousClock()
        ) { client in
            var codes: [OutcomeCode?] = []
            for lists in [true, false, false] {
                let report = await Prober.forTests.check(client, .clock, bounds: .small(.atOnce), lists: lists)
                codes.append(report?.outcome.code)
            }
            return codes
        }
        #expect(try run.value == [.ok, .ok, .ok])
        #expect(run.exits.count == 1)
    }

    @Test("ends what it started when it is cancelled", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let mock = StdioServer(
            executable: try #require(BuiltProduct.path(of: "openwork-mock")),
            arguments: ["--fault", "stall=tools/call"]
        )
        let (pids, pid) = AsyncStream.makeStream(of: Int32.self)
        let tap = WireTap { record in
            if case .opened(let opened?) = record.event { pid.yield(opened) }
        }
        let judge = WireJudge()
        defer { judge.report() }
        let report = await withTaskGroup(of: ContactReport?.self) { group in
            group.addTask {
                await Prober.forTests.contact(starting: mock, .clock, bounds: .small(.atOnce), tap: judge.tap.and(tap))
            }
            var started = pids.makeAsyncIterator()
            let child = await started.next()
            group.cancelAll()
            let report = await group.next() ?? nil
            #expect(child.map { kill($0, 0) } == -1)
            return report
        }
        #expect(report == nil)
    }

    @Test("names the program that is not there", .timeLimit(.minutes(1)))
    func noProgram() async throws {
        let report = await Prober.forTests.contact(starting: StdioServer(executable: "/no/such/program"), .clock)
        #expect(report?.outcome.code == .spawnFailed)
        #expect(report?.outcome.evidence["start"]?.contains("/no/such/program") == true)
    }

    @Test("starts nothing while settings are missing")
    func unconfigured() {
        let report = Prober.forTests.unconfigured(.clock, missing: ["API_KEY"])
        #expect(report.outcome.code == .credentialMissing)
        #expect(report.outcome.action == .setVariables(["API_KEY"]))
    }

    @Test("waits for a probe that is known to take long, and longer than for all others", .timeLimit(.minutes(1)))
    func slowProbe() async throws {
        let server = try MockServer.sample.failing("latency=100s,method=tools/call")
        var rules = ProbeSubject.rules()
        rules.slowLimit = .seconds(200)
        let codes = await withVirtualTime { [rules] clock in
            var codes: [OutcomeCode?] = []
            for limit in [Duration.seconds(90), .seconds(120)] {
                let (ours, theirs) = MemoryChannel.pair()
                let subject = ProbeSubject(rules, probe: .init("clock", timeLimit: limit))
                let report = await withTaskGroup { group in
                    group.addTask { _ = await server.serve(over: theirs, clock: clock) }
                    defer { group.cancelAll() }
                    return await Prober.forTests(on: clock).contact(over: ours, subject)
                }
                codes.append(report?.outcome.code)
                #expect(report?.outcome.evidence.step == .probe)
            }
            return codes
        }
        #expect(codes == [.timeout, .ok])
    }

    @Test(
        "that runs out of time as a whole names the step that was under way",
        .timeLimit(.minutes(1)),
        arguments: [
            ("stall", ContactStep.handshake), ("stall=tools/list", .list), ("stall=tools/call", .probe),
        ]
    )
    func overdue(fault: String, step: ContactStep) async throws {
        let server = try MockServer.sample.failing(fault)
        let report = await withVirtualTime { clock in
            var bounds = ProbeBounds()
            // Every step has longer than all of them together.
            bounds.session = ClientBounds(start: .seconds(90), probe: .seconds(90), handshake: .seconds(90))
            (bounds.list, bounds.probe, bounds.contact) = (.seconds(90), .seconds(90), .seconds(40))
            let (ours, theirs) = MemoryChannel.pair()
            return await withTaskGroup { [bounds] group in
                group.addTask { _ = await server.serve(over: theirs, clock: clock) }
                defer { group.cancelAll() }
                return await Prober.forTests(on: clock).contact(over: ours, .clock, bounds: bounds)
            }
        }
        let outcome = try #require(report?.outcome)
        #expect(outcome.code == .timeout)
        #expect(outcome.evidence.step == step)
        #expect(outcome.evidence["timeout"] == "40000 ms")
    }
}
