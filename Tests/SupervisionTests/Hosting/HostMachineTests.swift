import Health
import MCP
import Probing
import Redaction
import Registry
import Testing

@testable import Supervision

@Suite("What is decided about one server")
struct HostMachineTests {
    private func at(_ seconds: Int) -> Moment { Moment(.seconds(seconds)) }

    private func outcome(
        _ code: OutcomeCode,
        _ second: Int,
        step: ContactStep = .probe,
        basis: Basis = .structure,
        source: Outcome.Source = .active
    ) -> Outcome {
        Outcome(
            code,
            evidence: Evidence(step: step, basis: basis, redactor: .shapesOnly),
            latency: .milliseconds(5),
            action: .none,
            at: at(second),
            proof: code == .ok && source == .active ? .credential : .nothing,
            source: source
        )
    }

    private func report(_ code: OutcomeCode, _ second: Int, step: ContactStep = .probe) -> ContactReport {
        ContactReport(outcome(code, second, step: step))
    }

    /// A machine whose server runs and was found good.
    private func running(_ mode: ServerLifecycle.Mode = .eager) throws -> HostMachine {
        var machine = HostMachine(try .sample("a", mode: mode), jitter: 0.1, at: at(0))
        _ = machine.begin(after: nil, unable: nil, at: at(0))
        if mode == .onDemand { _ = machine.wanted(at: at(0)) }
        _ = machine.opened(nil, at: at(1))
        _ = machine.contacted(report(.ok, 1), at: at(1), chance: 0.5)
        return machine
    }

    private func states(_ actions: [HostAction]) -> [HealthState] {
        actions.compactMap { action in
            if case .changed(let change) = action { change.to } else { nil }
        }
    }

    @Test("begins by starting it, and green comes with the first proof only")
    func first() throws {
        var machine = HostMachine(try .sample("a"), jitter: 0.1, at: at(0))
        #expect(machine.begin(after: nil, unable: nil, at: at(0)).contains(.start))
        #expect(states(machine.opened(nil, at: at(1))) == [])
        #expect(machine.nextDue == nil)
        #expect(states(machine.contacted(report(.ok, 2), at: at(2), chance: 0.5)) == [.connected])
        // 200 s, and half of a tenth of that.
        #expect(machine.nextDue == Moment(.seconds(212)))
    }

    @Test("says that what an earlier run found is not known now", arguments: [HealthState.connected, .disconnected])
    func history(last: HealthState) throws {
        var machine = HostMachine(try .sample("a"), jitter: 0, at: at(0))
        let actions = machine.begin(after: last, unable: nil, at: at(0))
        #expect(states(actions) == [.unknown])
        #expect(machine.status(at: at(0)).health.state == .unknown)
    }

    @Test("starts nothing without its settings, and shows which are missing")
    func missing() throws {
        var machine = HostMachine(try .sample("a", configuration: [:]), jitter: 0, at: at(0))
        let actions = machine.begin(after: nil, unable: nil, at: at(0))
        #expect(!actions.contains(.start))
        #expect(states(actions) == [.disconnected])
        #expect(machine.status(at: at(100_000)).health.reason.action == .setVariables(["API_KEY"]))
        #expect(machine.nextDue == nil)
        #expect(machine.asked(at: at(1)) == [.verdict])
    }

    @Test("takes an exit for evidence and for a reason to start it again")
    func exited() throws {
        var machine = try running()
        let end = HeldEnd(report(.exited, 50, step: .connect), wasOpen: true)
        let actions = machine.ended(end, exit: nil, at: at(50), chance: 0.5)
        #expect(states(actions) == [.degraded])
        #expect(machine.nextDue == at(51))
        #expect(machine.attend(at: at(51), mayProbe: true, chance: 0.5).contains(.start))
    }

    @Test("does not hold an exit against it twice")
    func exitSeenByProbe() throws {
        var machine = try running()
        _ = machine.contacted(report(.exited, 50), at: at(50), chance: 0.5)
        let end = HeldEnd(report(.exited, 50, step: .connect), wasOpen: true)
        let actions = machine.ended(end, exit: nil, at: at(50), chance: 0.5)
        #expect(!actions.contains { if case .keep = $0 { true } else { false } })
    }

    @Test("lets a refused credential end all starting, however the process ended", arguments: [true, false])
    func refused(isSeenByProbe: Bool) throws {
        var machine = try running()
        if isSeenByProbe { _ = machine.contacted(report(.credentialInvalid, 50), at: at(50), chance: 0.5) }
        let code: OutcomeCode = isSeenByProbe ? .exited : .credentialInvalid
        _ = machine.ended(HeldEnd(report(code, 50, step: .connect), wasOpen: true), exit: nil, at: at(50), chance: 0.5)
        #expect(machine.lifecycle.phase == .blocked(by: .credentialInvalid))
        #expect(machine.nextDue == nil)
        // What nobody looks at again does not become unknown by waiting.
        #expect(machine.status(at: at(1_000_000)).health.state == .disconnected)
        #expect(machine.asked(at: at(1_000_000)).contains(.start))
    }

    @Test("probes at once after a call that was refused, and not more often than every two seconds")
    func suspicion() throws {
        var machine = try running()
        let words = outcome(.credentialInvalid, 60, step: .call, basis: .words, source: .passive)
        #expect(states(machine.callEnded(words, at: at(60))) == [])
        #expect(machine.nextDue == at(60))
        #expect(machine.attend(at: at(60), mayProbe: true, chance: 0).contains(.probe(isUrgent: true)))
        #expect(machine.nextDue.map { $0 > at(60) } ?? true)
        #expect(states(machine.contacted(report(.ok, 61), at: at(61), chance: 0)) == [])
        _ = machine.callEnded(outcome(.credentialInvalid, 61, basis: .words, source: .passive), at: at(61))
        #expect(machine.nextDue == at(63))
    }

    @Test("believes a call that a vendor refused in its own words at once")
    func refusedCall() throws {
        var machine = try running()
        let refusal = outcome(.credentialExpired, 60, step: .call, source: .passive)
        #expect(states(machine.callEnded(refusal, at: at(60))) == [.disconnected])
    }

    @Test("gives a connection up that answers nothing, and keeps one behind which only the vendor hangs")
    func hanging() throws {
        for (step, isGivenUp) in [(ContactStep.list, true), (.probe, false)] {
            var machine = try running()
            var actions: [HostAction] = []
            for second in [100, 150, 200] {
                actions = machine.contacted(report(.timeout, second, step: step), at: at(second), chance: 0)
            }
            #expect(states(actions) == [.disconnected])
            #expect(actions.contains(.stop) == isGivenUp)
            #expect(machine.listsNext)
        }
    }

    @Test("looks at a server on demand by starting it, and stops it again when nobody called it meanwhile")
    func looks() throws {
        var machine = HostMachine(try .sample("a", mode: .onDemand), jitter: 0, at: at(0))
        #expect(!machine.begin(after: nil, unable: nil, at: at(0)).contains(.start))
        #expect(machine.attend(at: at(0), mayProbe: true, chance: 0).contains(.start))
        _ = machine.opened(nil, at: at(1))
        let actions = machine.contacted(report(.ok, 1), at: at(1), chance: 0)
        #expect(actions.contains(.stop))
        _ = machine.ended(HeldEnd(nil, wasOpen: true), exit: nil, at: at(2), chance: 0)
        #expect(machine.lifecycle.phase == .stopped)
        #expect(machine.status(at: at(2)).health.state == .connected)
        #expect(machine.nextDue == at(201))
    }

    @Test("leaves what is shared to whoever has the lease, and looks after its own processes all the same")
    func lease() throws {
        var own = try running()
        #expect(own.attend(at: at(250), mayProbe: false, chance: 0).contains(.probe(isUrgent: false)))
        var entry = Integration.sample("a", server: IntegrationServer(.remote, url: "http://localhost:1/mcp"))
        entry.servers[0].id = "remote"
        let plan = try LaunchPlan(for: entry, configuration: ["API_KEY": "k"], on: Capabilities())
        let assignment = Assignment(entry, server: entry.servers[0], plan: plan, configuration: ["API_KEY": "k"])
        var shared = HostMachine(assignment, jitter: 0, at: at(0))
        _ = shared.begin(after: nil, unable: nil, at: at(0))
        _ = shared.opened(nil, at: at(1))
        _ = shared.contacted(report(.ok, 1), at: at(1), chance: 0)
        #expect(shared.attend(at: at(250), mayProbe: false, chance: 0) == [])
        #expect(shared.attend(at: at(270), mayProbe: true, chance: 0) == [.probe(isUrgent: false)])
    }

    @Test("puts down to the host what failed because it slept")
    func slept() throws {
        var machine = try running()
        // Four hours later: what was known is too old to count, and that is no alarm.
        #expect(states(machine.woke(at: at(14_400))) == [.unknown])
        #expect(states(machine.contacted(report(.timeout, 14_401), at: at(14_401), chance: 0)) == [])
        #expect(states(machine.contacted(report(.ok, 14_420), at: at(14_420), chance: 0)) == [.connected])
    }

    @Test("has no verdict about the server that ended for a new one to begin")
    func restarted() throws {
        var machine = try running()
        #expect(machine.restarted(at: at(10)).contains(.stop))
        let actions = machine.ended(HeldEnd(nil, wasOpen: true), exit: nil, at: at(11), chance: 0)
        #expect(actions.contains(.start))
        #expect(!actions.contains(.verdict))
    }

    @Test("does nothing any more once it is retired")
    func retired() throws {
        var machine = try running()
        #expect(machine.retire().contains(.stop))
        _ = machine.ended(HeldEnd(nil, wasOpen: true), exit: nil, at: at(10), chance: 0)
        #expect(machine.nextDue == nil)
        #expect(machine.wanted(at: at(11)) == [])
        #expect(machine.asked(at: at(11)) == [.verdict])
        #expect(machine.restarted(at: at(11)) == [])
    }
}
