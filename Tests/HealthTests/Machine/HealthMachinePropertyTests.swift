import Health
import Testing

@Suite("Whatever happens, the health machine")
struct HealthMachinePropertyTests {
    private static let seeds: [UInt64] = (1...120).map { $0 }

    @Test("is green only with a proof of the credential that is not older than the interval")
    func neverGreenUnproven() {
        for seed in Self.seeds {
            var machine = HealthMachine(needsCredential: true)
            var provenAt: Moment?
            Story(seed: seed).tell(&machine) { machine, happening, _ in
                switch happening {
                case .configured: provenAt = nil
                case .contact(let outcome) where outcome.outcomeClass == .good && outcome.proof == .credential:
                    provenAt = outcome.at
                default: break
                }
                for wait in [0.0, 100, 299, 301, 5_000] {
                    let now = happening.at.advanced(by: .seconds(wait))
                    guard machine.state(at: now) == .connected else { continue }
                    let isProven = provenAt.map { now.since($0) <= machine.policy.interval } ?? false
                    #expect(isProven, "seed \(seed) at \(now)")
                }
            }
        }
    }

    @Test("is not disconnected by throttling, or by a vendor in trouble, or by the host")
    func neverDisconnectedByThrottling() {
        for seed in Self.seeds {
            var machine = HealthMachine(needsCredential: true)
            let codes: [OutcomeCode] = [.ok, .slow, .rateLimited, .vendorError, .networkDown, .hostOverloaded]
            Story(seed: seed, codes: codes, contactsOnly: true).tell(&machine) { machine, happening, _ in
                for wait in [0.0, 250, 6_000] {
                    let now = happening.at.advanced(by: .seconds(wait))
                    #expect(machine.state(at: now) != .disconnected, "seed \(seed) at \(now)")
                }
            }
        }
    }

    @Test("never makes evidence younger by waiting: once unknown, it stays so until something is seen")
    func monotoneFreshness() {
        for seed in Self.seeds {
            var machine = HealthMachine(needsCredential: seed % 2 == 0)
            Story(seed: seed, length: 60).tell(&machine) { machine, happening, _ in
                var before: HealthStatus?
                for step in 0..<40 {
                    let now = happening.at.advanced(by: .seconds(step * 300))
                    let status = machine.status(at: now)
                    if let before {
                        #expect(status.reason.age(at: now) >= before.reason.age(at: before.at), "seed \(seed)")
                        #expect(status.state == before.state || status.state == .unknown, "seed \(seed)")
                    }
                    before = status
                }
            }
        }
    }

    @Test("comes to the same from the same history, asked in between or not")
    func sameHistory() {
        for seed in Self.seeds {
            let story = Story(seed: seed)
            var one = HealthMachine(needsCredential: true)
            var other = HealthMachine(needsCredential: true)
            var told: [String] = []
            var retold: [String] = []
            story.tell(&one) { _, _, events in told += events.changes }
            story.tell(&other) { machine, happening, events in
                _ = machine.status(at: happening.at.advanced(by: .seconds(10_000)))
                retold += events.changes
            }
            #expect(one == other, "seed \(seed)")
            #expect(told == retold, "seed \(seed)")
        }
    }

    @Test("tells every change once, and nothing that is none")
    func eventsAreComplete() {
        for seed in Self.seeds {
            var machine = HealthMachine(needsCredential: true)
            var state = HealthState.unknown
            Story(seed: seed).tell(&machine) { machine, happening, events in
                for case .changed(let change) in events {
                    #expect(change.from == state && change.to != state, "seed \(seed)")
                    state = change.to
                }
                #expect(machine.state(at: happening.at) == state, "seed \(seed)")
            }
        }
    }

    @Test("gives every state a cause, words, an age, and outside of green something to do or to wait for")
    func everyReasonHasACause() {
        for seed in Self.seeds {
            var machine = HealthMachine(needsCredential: true)
            Story(seed: seed).tell(&machine) { machine, happening, _ in
                let status = machine.status(at: happening.at)
                #expect(!status.reason.cause.code.isEmpty && !status.reason.message.isEmpty, "seed \(seed)")
                #expect(status.reason.seenAt <= status.at && status.since <= status.at, "seed \(seed)")
                if status.reason.cause != .neverChecked, status.reason.cause != .unconfigured {
                    #expect(status.reason.evidence != nil, "seed \(seed)")
                }
                #expect(status.nextProbe.since(status.at) <= machine.policy.longestPause, "seed \(seed)")
            }
        }
    }

    @Test("does not flap: it recovers at most twice within one window before it holds back")
    func noFlapping() {
        for seed in Self.seeds {
            var machine = HealthMachine(needsCredential: true)
            var recoveries: [Moment] = []
            let story = Story(
                seed: seed,
                length: 600,
                codes: [.ok, .ok, .ok, .timeout, .vendorError],
                contactsOnly: true
            )
            story.tell(&machine) { _, happening, events in
                for case .changed(let change) in events where change.from == .degraded && change.to == .connected {
                    recoveries.append(change.at)
                }
            }
            let most = machine.policy.troublesUntilIntermittent - 1
            for (early, late) in zip(recoveries, recoveries.dropFirst(most + 1)) {
                #expect(late.since(early) > machine.policy.window, "seed \(seed)")
            }
        }
    }

    @Test("turns no less than two good contacts in a row into a recovery")
    func alternation() {
        var machine = HealthMachine.after(.ok)
        var changes: [String] = []
        for index in 0..<1_000 {
            let code: OutcomeCode = index % 2 == 0 ? .vendorError : .ok
            changes += machine.see(.contact(code, at: 20 + Double(index) * 5)).changes
        }
        #expect(changes == ["connected→degraded"])
    }

    @Test("raises no alarm in 10,000 healthy contacts with jitter", arguments: [1, 2, 3] as [UInt64])
    func noFalseAlarm(seed: UInt64) {
        var random = StoryGenerator(seed: seed)
        var machine = HealthMachine(needsCredential: true)
        var changes: [String] = []
        for _ in 0..<10_000 {
            let due = machine.nextProbe.advanced(by: .milliseconds(Int.random(in: -20_000...20_000, using: &random)))
            let latency = Duration.milliseconds(Int.random(in: 5...9_900, using: &random))
            var outcome = Outcome.contact(.ok, took: latency, at: 0)
            outcome.at = due.advanced(by: latency)
            outcome.startedAt = due
            changes += machine.see(outcome).changes
        }
        #expect(changes == ["unknown→connected"], "seed \(seed)")
    }
}
