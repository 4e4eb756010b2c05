import Conformance
import Health

/// A health machine with one fault.
struct BrokenTeller: StateTeller {
    enum Fault: Sendable {
        /// Takes any good contact for a proof.
        case trusting
        /// Begins green.
        case hopeful
        /// Waits for a second refusal.
        case patient
        /// Counts throttles as failures to reach the server.
        case harsh
        /// Forgets how often it failed.
        case forgetful
        /// Never lets go of a refusal.
        case resentful
        /// Keeps its last state for ever.
        case lasting
    }

    private var machine: HealthMachine
    private let fault: Fault
    private var contacts = 0
    private var refusals = 0
    private var throttles = 0
    private var last = Moment.origin

    init(_ subject: EntrySubject, _ fault: Fault) {
        machine = subject.machine()
        self.fault = fault
    }

    mutating func take(_ outcome: Outcome, at now: Moment) {
        contacts += 1
        last = now
        if outcome.outcomeClass == .throttle { throttles += 1 }
        if outcome.outcomeClass == .auth {
            refusals += 1
            if fault == .patient, refusals == 1 { return }
        }
        if fault == .forgetful, machine.state(at: now) == .degraded, outcome.outcomeClass == .reach { return }
        machine.take(outcome, at: now)
    }

    func state(at now: Moment) -> HealthState {
        let state = machine.state(at: fault == .lasting ? last : now)
        switch fault {
        case .trusting: return state == .unknown && contacts > 0 && now == last ? .connected : state
        case .hopeful: return contacts == 1 && state != .unknown ? .connected : state
        case .harsh: return throttles >= 3 ? .disconnected : state
        case .resentful: return refusals > 0 ? .disconnected : state
        case .patient, .forgetful, .lasting: return state
        }
    }
}
