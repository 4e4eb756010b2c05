package import Health
import JSON
import MCPConnection
import Probing
import Registry

/// Holds what a contact came to under a fault against what is declared of it: a pure function of what was seen.
package struct FaultJudge: Sendable {
    private let subject: EntrySubject
    private let sound: Outcome?

    /// - Parameters:
    ///   - subject: the server as its entry describes it.
    ///   - sound: what a contact without any fault came to; nil when none could be made.
    package init(_ subject: EntrySubject, sound: Outcome?) {
        self.subject = subject
        self.sound = sound
    }

    /// Why this server cannot show a fault, or why nothing can be said; nil when it can.
    func gap(_ row: FaultExpectation, over transport: Subject.Transport) -> FaultSighting.Result? {
        guard let sound else { return .incomplete("no contact was made with the sound server") }
        guard sound.code == .ok else {
            return .incomplete("without any fault the contact came to \(sound.code.rawValue): see AUTH-SOUND")
        }
        if row.step == .probe, subject.probe == nil {
            return .notApplicable("the entry names no probe, so that nothing is called")
        }
        if row.need == .tools, subject.integration.listedTools(of: subject.server).isEmpty {
            return .notApplicable("the entry knows no tool that \(subject.server.id) lists")
        }
        if row.need == .noAssertion, subject.probe?.expect.isEmpty == false {
            return .notApplicable("the entry says what the probe's answer holds, and the fault changes that")
        }
        // Over HTTP nobody hears it.
        if row.step == .probe, row.code.outcomeClass == .reach, subject.server.strayOutput != nil, transport != .http {
            return .notApplicable("what it prints while it logs in explains a lost call better than the fault does")
        }
        let usual = HealthPolicy()
        if row.code == .slow, subject.policy.slowLimit != usual.slowLimit || limitOfProbe < usual.probeTimeLimit {
            return .notApplicable("the entry has limits of its own for what is slow")
        }
        return nil
    }

    private var limitOfProbe: Duration { subject.probe?.timeLimit ?? subject.policy.probeTimeLimit }

    /// Judges one contact.
    package func sighting(
        _ row: FaultExpectation,
        as name: Subject,
        _ contact: EntryContact?,
        limit: Duration
    ) -> FaultSighting {
        func sighting(_ result: FaultSighting.Result, _ deviations: [FaultSighting.Deviation] = []) -> FaultSighting {
            FaultSighting(row: row, subject: name, limit: limit, result: result, deviations: deviations)
        }
        if let gap = gap(row, over: name.transport) { return sighting(gap) }
        guard let contact else { return sighting(.incomplete("no contact was made")) }
        let outcome = contact.report.outcome
        let seen = FaultSighting.Seen(
            code: outcome.code,
            step: outcome.evidence.step,
            isDeclared: outcome.evidence.basis == .signature && outcome.code.outcomeClass != .good,
            states: states(after: outcome),
            elapsed: outcome.at.since(outcome.startedAt)
        )
        return sighting(.seen(seen), deviations(row, seen, limit: limit) + traces(of: contact))
    }

    /// The states that the machine comes to: at first, after a good contact, and when it goes on.
    private func states(after outcome: Outcome) -> [FaultExpectation.History: HealthState] {
        var story = HealthStory(subject)
        if let sound { story = story.after(sound) }
        story = story.after(outcome)
        let once = story.state
        for _ in 1..<max(2, subject.policy.failuresUntilDisconnected) { story = story.after(outcome) }
        return [.first: HealthStory(subject).after(outcome).state, .once: once, .lasting: story.state]
    }

    private func deviations(
        _ row: FaultExpectation,
        _ seen: FaultSighting.Seen,
        limit: Duration
    ) -> [FaultSighting.Deviation] {
        var deviations: [FaultSighting.Deviation] = []
        func compare(_ isSo: Bool, _ expected: String, _ actual: String) {
            if !isSo { deviations.append(.init(expected: expected, actual: actual)) }
        }
        compare(
            seen.code == row.code || seen.isDeclared,
            row.code.rawValue,
            "\(seen.code.rawValue) at \(seen.step.rawValue)"
        )
        if let step = row.step { compare(seen.step == step, "at \(step.rawValue)", "at \(seen.step.rawValue)") }
        compare(seen.elapsed <= limit, "within \(limit.short)", "after \(seen.elapsed.short)")
        // Where the entry's own words say otherwise, the state follows from them.
        var believed = row
        if seen.isDeclared { believed.code = seen.code }
        for history in FaultExpectation.History.allCases {
            var wanted = believed.state(after: history, isProven: isProven)
            if history == .once, believed.code.outcomeClass == .reach, subject.policy.failuresUntilDisconnected == 1 {
                wanted = .disconnected
            }
            let state = seen.states[history] ?? .unknown
            compare(state == wanted, "\(wanted.rawValue) \(history.words)", state.rawValue)
        }
        return deviations
    }

    private var isProven: Bool { sound?.proof == .credential || !subject.needsCredential }

    /// What must not be left of any contact: processes, and secrets.
    private func traces(of contact: EntryContact) -> [FaultSighting.Deviation] {
        var deviations: [FaultSighting.Deviation] = []
        if contact.survivors > 0 {
            deviations.append(.init(expected: "no process left", actual: "\(contact.survivors) of its processes live"))
        }
        if contact.report.exits.contains(where: { $0.ending == .stuck }) {
            deviations.append(.init(expected: "an ended process", actual: "one that not even SIGKILL ends"))
        }
        let outcome = contact.report.outcome
        let said = outcome.json.text() + outcome.action.text(for: subject.integration.id)
        for (name, value) in subject.secrets.sorted(by: { $0.key < $1.key }) where said.holds(value) {
            deviations.append(.init(expected: "no value of \(name)", actual: "it stands in the evidence"))
        }
        return deviations
    }
}

extension FaultExpectation.History {
    /// In a sentence behind a state.
    var words: String {
        switch self {
        case .first: "at first"
        case .once: "after a good contact"
        case .lasting: "when it goes on"
        }
    }
}
