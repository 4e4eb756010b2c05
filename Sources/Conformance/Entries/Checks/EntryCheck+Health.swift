import Health
import Probing
import Registry

/// The states that follow from contacts: real outcomes, told to the machine on a clock of its own.
extension EntryCheck {
    static let healthConnected = EntryCheck(
        "HEALTH-CONNECTED",
        "Green takes a proven credential",
        requirement: "A good contact makes it connected when a credential was proven or none is needed, else unknown.",
        reason: "A dead token behind a green light is found out by the user who needs it.",
        method: "The outcome of the sound contact is told to a fresh machine.",
        twin: "A machine that takes a list of tools for a proof.",
        needs: [.sound]
    ) { record in
        guard let outcome = record.sound?.report.outcome else { return record.untried(.sound) }
        guard outcome.code == .ok else { return record.unproven(outcome) }
        let isProven = outcome.proof == .credential || !record.subject.needsCredential
        let seen = HealthStory(record.subject).after(outcome).state
        return expect(isProven ? .connected : .unknown, seen, "a good contact \(isProven ? "with" : "without") proof")
    }

    static let healthNeverGreen = EntryCheck(
        "HEALTH-NEVER-GREEN",
        "Nothing that went wrong shows green",
        requirement: "Whatever is wrong, the first contact does not make it connected.",
        reason: "One cause that is taken for good is enough to hide a dead integration.",
        method: "Each outcome is told to a fresh machine.",
        twin: "A machine that begins green.",
        needs: [.causes]
    ) { record in
        eachCause(record, afterSound: false) { cause, outcome in
            let seen = HealthStory(record.subject).after(outcome).state
            return seen == .connected ? .failed(expected: "not connected under \(cause)", actual: "connected") : .passed
        }
    }

    static let healthRefused = EntryCheck(
        "HEALTH-REFUSED",
        "A refused credential disconnects at once",
        requirement: "One contact that ends with a refused credential makes a connected server disconnected.",
        reason: "Trying again helps nobody, and may lock an account.",
        method: "A good outcome, then the refusal, told to one machine a minute apart.",
        twin: "A machine that waits for a second refusal.",
        needs: [.sound, .causes]
    ) { record in
        eachCause(record, of: [.auth]) { cause, outcome in
            expect(.disconnected, record.story().after(outcome).state, cause)
        }
    }

    static let healthTroubled = EntryCheck(
        "HEALTH-TROUBLED",
        "A throttle or a vendor in trouble degrades and never disconnects",
        requirement: "However often it is throttled or the vendor fails, it is degraded and not disconnected.",
        reason: "It is there and will answer again: agents should wait, not lose their tools.",
        method: "A good outcome, then five times the trouble.",
        twin: "A machine that counts throttles as failures to reach the server.",
        needs: [.sound, .causes]
    ) { record in
        if let sound = record.sound?.report.outcome, sound.code != .ok, !record.restsOnUnlistedProbe {
            return record.unproven(sound)
        }
        return eachCause(record, of: [.throttle, .vendor]) { cause, outcome in
            var story = record.story()
            for _ in 0..<5 { story = story.after(outcome) }
            return expect(.degraded, story.state, cause)
        }
    }

    static let healthLost = EntryCheck(
        "HEALTH-LOST",
        "A server that is lost is degraded first, and disconnected when it stays so",
        requirement: "One failure to reach a connected server degrades it; enough of them in a row disconnect it.",
        reason: "One lost contact is no outage, and an outage must not stay yellow.",
        method: "A good outcome, then the failure, again and again.",
        twin: "A machine that forgets how often it failed.",
        needs: [.sound, .causes]
    ) { record in
        eachCause(record, of: [.reach]) { cause, outcome in
            guard record.isProven else { return .passed }
            var story = record.story().after(outcome)
            let once = story.state
            for _ in 1..<record.subject.policy.failuresUntilDisconnected { story = story.after(outcome) }
            guard once == .degraded || record.subject.policy.failuresUntilDisconnected == 1 else {
                return expect(.degraded, once, "\(cause), once")
            }
            return expect(.disconnected, story.state, "\(cause), again and again")
        }
    }

    static let healthRecovers = EntryCheck(
        "HEALTH-RECOVERS",
        "It is connected again after enough good contacts, and not before",
        requirement: "After any trouble, as many good contacts in a row as the policy says make it connected again.",
        reason: "Too early flaps, too late keeps agents from tools that work.",
        method: "A good outcome, the trouble, then good outcomes one by one.",
        twin: "A machine that never lets go of an old refusal.",
        needs: [.sound, .causes]
    ) { record in
        guard record.isProven else {
            guard record.sound != nil else { return record.untried(.sound) }
            return record.subject.probe == nil
                ? .notApplicable("nothing proves the credential, so that it is never connected")
                : .incomplete("the sound contact proved nothing: see AUTH-SOUND")
        }
        return eachCause(record) { cause, outcome in
            var story = record.story().after(outcome)
            let wasMoved = story.state != .connected
            let wanted = record.subject.policy.successesUntilConnected
            guard let good = record.sound?.report.outcome else { return record.untried(.sound) }
            for count in 1...max(1, wanted) {
                story = story.after(good)
                if count < wanted, wasMoved, story.state == .connected {
                    return .failed(
                        expected: "\(wanted) good contacts after \(cause)",
                        actual: "connected after \(count)"
                    )
                }
            }
            return expect(.connected, story.state, "\(wanted) good contacts after \(cause)")
        }
    }

    static let healthStale = EntryCheck(
        "HEALTH-STALE",
        "Old evidence is no evidence",
        requirement: "When nobody looks for longer than the interval, the state is unknown.",
        reason: "A green light from yesterday says nothing about today.",
        method: "A good outcome, then nothing, until the interval is over.",
        twin: "A machine that keeps its last state.",
        needs: [.sound]
    ) { record in
        guard let outcome = record.sound?.report.outcome else { return record.untried(.sound) }
        guard outcome.code == .ok else { return record.unproven(outcome) }
        return expect(.unknown, HealthStory(record.subject).after(outcome).stateWhenOld, "the interval is over")
    }

    private static func expect(_ wanted: HealthState, _ seen: HealthState, _ when: String) -> Verdict {
        wanted == seen ? .passed : .failed(expected: "\(wanted.rawValue) after \(when)", actual: seen.rawValue)
    }

    /// Judges every cause that was tried; not applicable when there was none of these classes.
    private static func eachCause(
        _ record: EntryRecord,
        of classes: Set<OutcomeClass>? = nil,
        afterSound: Bool = true,
        _ judge: (String, Outcome) -> Verdict
    ) -> Verdict {
        guard !record.restsOnUnlistedProbe else { return record.restingOnProbe(.passed) }
        if afterSound, record.sound == nil { return record.untried(.sound) }
        var tried = 0
        for cause in ReactionCause.allCases {
            guard let outcome = record.contact(cause)?.report.outcome else { continue }
            guard classes?.contains(outcome.outcomeClass) ?? true else { continue }
            tried += 1
            let verdict = judge(cause.rawValue, outcome)
            guard verdict == .passed else { return verdict }
        }
        return tried > 0 ? .passed : .notApplicable("the entry declares no reaction that comes to this")
    }
}

extension EntryRecord {
    /// Whether the sound contact proved the credential, or none is needed.
    var isProven: Bool {
        guard let outcome = sound?.report.outcome, outcome.code == .ok else { return false }
        return outcome.proof == .credential || !subject.needsCredential
    }

    /// A machine that has seen the sound contact, where that was good.
    func story() -> HealthStory {
        let story = HealthStory(subject)
        return sound.map { story.after($0.report.outcome) } ?? story
    }

    fileprivate func unproven(_ outcome: Outcome) -> Verdict {
        .incomplete("the sound contact came to \(outcome.code.rawValue): see AUTH-SOUND")
    }
}
