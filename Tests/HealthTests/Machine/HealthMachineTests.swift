import Health
import Testing

@Suite("The health machine")
struct HealthMachineTests {
    @Test("knows nothing of a server before the first contact, and wants to probe it at once")
    func beginning() {
        let machine = HealthMachine(needsCredential: true, at: .seconds(5))
        let status = machine.status(at: .seconds(6))
        #expect(status.state == .unknown)
        #expect(status.reason.cause == .neverChecked)
        #expect(status.nextProbe == .seconds(5))
    }

    @Test(
        "goes from unknown to",
        arguments: [
            (OutcomeCode.ok, HealthState.connected), (.slow, .degraded), (.credentialMissing, .disconnected),
            (.credentialInvalid, .disconnected), (.credentialExpired, .disconnected),
            (.scopeInsufficient, .disconnected), (.spawnFailed, .disconnected), (.exited, .disconnected),
            (.dns, .disconnected), (.refused, .disconnected), (.tls, .disconnected), (.timeout, .disconnected),
            (.closed, .disconnected), (.notMCP, .disconnected), (.protocolError, .disconnected),
            (.rateLimited, .degraded), (.vendorError, .degraded), (.networkDown, .unknown),
            (.hostOverloaded, .unknown),
        ]
    )
    func first(code: OutcomeCode, state: HealthState) {
        #expect(HealthMachine.after(code).state(at: .seconds(10)) == state)
    }

    @Test(
        "goes from connected to",
        arguments: [
            (OutcomeCode.slow, HealthState.degraded), (.credentialExpired, .disconnected), (.exited, .degraded),
            (.timeout, .degraded), (.rateLimited, .degraded), (.vendorError, .degraded), (.networkDown, .connected),
        ]
    )
    func later(code: OutcomeCode, state: HealthState) {
        #expect(HealthMachine.after(.ok, code).state(at: .seconds(20)) == state)
    }

    @Test(
        "says that our own fault is why nothing is known, until something is",
        arguments: [OutcomeCode.networkDown, .hostOverloaded]
    )
    func ownFault(code: OutcomeCode) {
        var machine = HealthMachine.after(code)
        #expect(machine.status(at: .seconds(15)).reason.cause == .outcome(code))
        #expect(machine.status(at: .seconds(15)).reason.evidence != nil)
        #expect(machine.status(at: .seconds(90_000)).reason.seenAt == .seconds(10))
        #expect(machine.see(.contact(.ok, at: 20)).changes == ["unknown→connected"])
        #expect(machine.see(.contact(code, at: 30)).isEmpty)
        #expect(machine.status(at: .seconds(30)).reason.cause == .outcome(.ok))
        let muchLater = Double(90_000)
        #expect(machine.status(at: .seconds(muchLater)).reason.cause == .stale)
        #expect(machine.see(.contact(code, at: muchLater)).changes == ["connected→unknown"])
        #expect(machine.status(at: .seconds(muchLater)).reason.cause == .outcome(code))
    }

    @Test("does not let our own fault hide that a credential is unproven or a setting is missing")
    func ownFaultHidesNothing() {
        var unproven = HealthMachine(needsCredential: true)
        _ = unproven.see(.contact(.ok, at: 10, proof: .reachable))
        _ = unproven.see(.contact(.hostOverloaded, at: 20))
        #expect(unproven.status(at: .seconds(20)).reason.cause == .unproven)
        var lacking = HealthMachine(needsCredential: true)
        _ = lacking.configured(missing: ["A_TOKEN"], at: .seconds(10))
        _ = lacking.see(.contact(.hostOverloaded, at: 20))
        #expect(lacking.status(at: .seconds(20)).reason.cause == .unconfigured)
    }

    @Test("counts three failures to reach it in a row before it gives a connected server up")
    func failures() {
        #expect(HealthMachine.after(.ok, .timeout, .closed).state(at: .seconds(30)) == .degraded)
        #expect(HealthMachine.after(.ok, .timeout, .closed, .dns).state(at: .seconds(40)) == .disconnected)
        #expect(HealthMachine.after(.ok, .timeout, .closed, .vendorError, .dns).state(at: .seconds(50)) == .degraded)
    }

    @Test("takes two good contacts to recover, and shows in between that it answers again")
    func recovery() {
        for code in [OutcomeCode.timeout, .rateLimited, .vendorError, .credentialInvalid, .slow] {
            let once = HealthMachine.after(.ok, code, .ok)
            #expect(once.state(at: .seconds(30)) == .degraded)
            #expect(once.status(at: .seconds(30)).reason.cause == .recovering)
            #expect(HealthMachine.after(.ok, code, .ok, .ok).state(at: .seconds(40)) == .connected)
        }
    }

    @Test("is green at the first good contact after it was configured anew")
    func configured() {
        var machine = HealthMachine.after(.credentialInvalid)
        #expect(machine.configured(at: .seconds(20)).changes == ["disconnected→unknown"])
        #expect(machine.see(.contact(.ok, at: 21)).changes == ["unknown→connected"])
    }

    @Test("ignores what a contact found out about the credential before")
    func oldContact() {
        var machine = HealthMachine.after(.ok)
        _ = machine.configured(at: .seconds(20))
        #expect(machine.see(.contact(.ok, took: .seconds(5), at: 22)).isEmpty)
        #expect(machine.state(at: .seconds(22)) == .unknown)
    }

    @Test("is red and asks for the values while some are missing, whatever else is seen, and for how long")
    func unconfigured() {
        var machine = HealthMachine(needsCredential: true)
        _ = machine.configured(missing: ["A", "B"], at: .seconds(1))
        _ = machine.see(.contact(.ok, at: 2))
        let status = machine.status(at: .seconds(100_000))
        #expect(status.state == .disconnected)
        #expect(status.reason.action == .setVariables(["A", "B"]))
        #expect(status.layers.configured.holds == false)
    }

    @Test("is never green for an answer that proves no credential, unless none is needed")
    func unproven() {
        var machine = HealthMachine(needsCredential: true)
        _ = machine.see(.contact(.ok, at: 1, proof: .reachable))
        let reason = machine.status(at: .seconds(1)).reason
        #expect(reason.cause == .unproven)
        #expect(reason.action.text(for: "tool").contains("probe"))
        #expect(machine.state(at: .seconds(1)) == .unknown)
        var open = HealthMachine(needsCredential: false)
        _ = open.see(.contact(.ok, at: 1, proof: .reachable))
        #expect(open.state(at: .seconds(1)) == .connected)
    }

    @Test("keeps a refusal until a credential is proven, whatever happens meanwhile")
    func refusalStays() {
        let machine = HealthMachine.after(.ok, .credentialInvalid, .rateLimited, .timeout, .vendorError)
        #expect(machine.state(at: .seconds(50)) == .disconnected)
        #expect(machine.status(at: .seconds(50)).reason.cause == .outcome(.credentialInvalid))
        var other = HealthMachine.after(.credentialInvalid)
        _ = other.see(.contact(.ok, at: 20, proof: .reachable))
        #expect(other.state(at: .seconds(20)) == .disconnected)
    }

    @Test("lets evidence grow old at the interval, not a moment before, and says when that was")
    func staleness() {
        var machine = HealthMachine.after(.ok)
        #expect(machine.state(at: .seconds(310)) == .connected)
        #expect(machine.state(at: .seconds(310.001)) == .unknown)
        #expect(machine.status(at: .seconds(400)).since == .seconds(310))
        #expect(machine.status(at: .seconds(400)).reason.cause == .stale)
        #expect(machine.tick(at: .seconds(400)).changes == ["connected→unknown"])
        #expect(machine.tick(at: .seconds(500)).isEmpty)
    }

    @Test("keeps what was said while a pause is asked for, and does not probe before its end")
    func pause() {
        var machine = HealthMachine.after(.ok)
        _ = machine.see(.contact(.rateLimited, at: 20, retryAfter: .seconds(3_600)))
        #expect(machine.nextProbe == .seconds(3_620))
        #expect(machine.state(at: .seconds(3_620)) == .degraded)
        #expect(machine.state(at: .seconds(3_921)) == .unknown)
    }

    @Test("cuts a pause that is longer than the policy waits")
    func longPause() {
        var machine = HealthMachine.after(.ok)
        _ = machine.see(.contact(.rateLimited, at: 20, retryAfter: .seconds(86_400 * 10)))
        #expect(machine.nextProbe == .seconds(20 + 6 * 3_600))
    }

    @Test("holds a server that keeps failing in between back, until its troubles are over")
    func intermittent() {
        var machine = HealthMachine.after(.ok)
        var changes: [String] = []
        for round in 0..<20 {
            let start = 20.0 + Double(round) * 40
            for (offset, code) in [(0.0, OutcomeCode.timeout), (10, .ok), (20, .ok), (30, .ok)] {
                changes += machine.see(.contact(code, at: start + offset)).changes
            }
        }
        #expect(
            changes == [
                "connected→degraded", "degraded→connected", "connected→degraded", "degraded→connected",
                "connected→degraded",
            ]
        )
        #expect(machine.status(at: .seconds(810)).reason.cause == .intermittent)
        for second in stride(from: 820.0, through: 1_800, by: 20) { _ = machine.see(.contact(.ok, at: second)) }
        #expect(machine.state(at: .seconds(1_800)) == .connected)
    }

    @Test("puts what fails because the host slept down to the host")
    func sleep() {
        var machine = HealthMachine.after(.ok)
        _ = machine.woke(at: .seconds(40_000))
        #expect(machine.state(at: .seconds(40_000)) == .unknown)
        #expect(machine.see(.contact(.timeout, took: .seconds(39_000), at: 40_001)).isEmpty)
        #expect(machine.see(.contact(.dns, at: 40_010)).isEmpty)
        #expect(machine.see(.contact(.ok, at: 40_020)).changes == ["unknown→connected"])
        #expect(machine.see(.contact(.dns, at: 40_100)).changes == ["connected→degraded"])
    }

    @Test("does not let time run backwards")
    func backwards() {
        var machine = HealthMachine.after(.ok, .ok)
        _ = machine.tick(at: .seconds(320.5))
        #expect(machine.state(at: .seconds(1)) == .unknown)
        #expect(machine.see(.contact(.ok, at: 1)).changes == ["unknown→connected"])
        #expect(machine.status(at: .seconds(1)).reason.seenAt == .seconds(320.5))
    }

    @Test("takes a refused call of somebody as a refusal where a code says so, and else wants a probe at once")
    func passiveRefusal() {
        var machine = HealthMachine.after(.ok)
        #expect(
            machine.see(.contact(.credentialExpired, at: 20, source: .passive)).changes == ["connected→disconnected"]
        )
        for (code, basis) in [(OutcomeCode.credentialInvalid, Basis.words), (.scopeInsufficient, .structure)] {
            var suspicious = HealthMachine.after(.ok)
            let events = suspicious.see(.contact(code, at: 20, source: .passive, basis: basis))
            #expect(events == [.probeWanted(because: code)])
            #expect(suspicious.state(at: .seconds(20)) == .connected)
            #expect(suspicious.nextProbe <= .seconds(20))
        }
    }

    @Test("does not give a server up for any number of failed calls before a probe failed too")
    func passiveFailures() {
        var machine = HealthMachine.after(.ok)
        for second in 20..<40 { _ = machine.see(.contact(.timeout, at: Double(second), source: .passive)) }
        #expect(machine.state(at: .seconds(40)) == .degraded)
        #expect(machine.see(.contact(.timeout, at: 41)).changes == ["degraded→disconnected"])
    }

    @Test("does not renew a proof by calls that prove nothing")
    func passiveSuccess() {
        var machine = HealthMachine.after(.ok)
        for second in stride(from: 20.0, through: 310, by: 10) {
            _ = machine.see(.contact(.ok, at: second, proof: .reachable, source: .passive))
        }
        #expect(machine.state(at: .seconds(310)) == .connected)
        #expect(machine.state(at: .seconds(311)) == .unknown)
    }

    @Test("reports latencies and the error rate of the window")
    func window() {
        var machine = HealthMachine(needsCredential: true)
        for index in 1...100 {
            _ = machine.see(.contact(.ok, took: .milliseconds(index), at: Double(index)))
        }
        _ = machine.see(.contact(.timeout, at: 101))
        let status = machine.status(at: .seconds(101))
        #expect(status.p50 == .milliseconds(50))
        #expect(status.p95 == .milliseconds(95))
        #expect(status.errorRate == 1.0 / 101)
        #expect(machine.status(at: .seconds(5_000)).p95 == nil)
    }

    @Test(
        "probes in time to renew evidence, sooner to confirm, ever more seldom what is lost, and a refusal no oftener",
        arguments: [
            ([OutcomeCode.ok], 200.0), ([.ok, .timeout], 10), ([.timeout, .timeout, .timeout, .timeout], 20),
            ([.timeout, .timeout, .timeout, .timeout, .timeout, .timeout], 80), ([.credentialInvalid], 200),
            ([.ok, .vendorError], 10), ([.ok, .timeout, .ok], 10),
        ]
    )
    func schedule(codes: [OutcomeCode], distance: Double) {
        var machine = HealthMachine(needsCredential: true)
        for (index, code) in codes.enumerated() { _ = machine.see(.contact(code, at: Double(index))) }
        #expect(machine.nextProbe == .seconds(Double(codes.count - 1) + distance))
    }

    @Test("tells the three layers apart, each with its time")
    func layers() {
        var machine = HealthMachine(needsCredential: true)
        _ = machine.configured(at: .seconds(1))
        _ = machine.see(.contact(.ok, at: 2))
        _ = machine.offered(false, detail: "withdrawn", at: .seconds(3))
        let layers = machine.status(at: .seconds(4)).layers
        #expect([layers.configured.holds, layers.authorised.holds, layers.effective.holds] == [true, true, false])
        #expect(
            [layers.configured.at, layers.authorised.at, layers.effective.at] == [
                .seconds(1), .seconds(2), .seconds(3),
            ]
        )
        #expect(machine.status(at: .seconds(400)).layers.authorised.holds == nil)
    }
}
