import Health
import Redaction

/// Shorthand for contacts in the tests of the machine.
extension Outcome {
    /// A contact with this outcome; good ones prove the credential unless said otherwise.
    static func contact(
        _ code: OutcomeCode,
        took latency: Duration = .milliseconds(20),
        at seconds: Double,
        retryAfter: Duration? = nil,
        proof: Proof = .credential,
        source: Source = .active,
        basis: Basis = .structure
    ) -> Outcome {
        Outcome(
            code,
            evidence: Evidence(step: .probe, basis: basis, marks: [("test", code.rawValue)], redactor: .shapesOnly),
            latency: latency,
            action: code.outcomeClass == .good ? .none : .wait(nil),
            at: .seconds(seconds),
            retryAfter: retryAfter,
            proof: code.outcomeClass == .good ? proof : .nothing,
            source: source
        )
    }
}

extension Moment {
    /// So many seconds after the origin.
    static func seconds(_ seconds: Double) -> Moment {
        Moment(.milliseconds(Int64(seconds * 1_000)))
    }
}

extension HealthMachine {
    /// Observes an outcome when it ended.
    mutating func see(_ outcome: Outcome) -> [HealthEvent] {
        observe(outcome, at: outcome.at)
    }

    /// A machine that has seen contacts with these outcomes, ten seconds apart.
    static func after(_ codes: OutcomeCode..., policy: HealthPolicy = HealthPolicy()) -> HealthMachine {
        var machine = HealthMachine(policy, needsCredential: true)
        for (index, code) in codes.enumerated() { _ = machine.see(.contact(code, at: Double(index + 1) * 10)) }
        return machine
    }
}

extension [HealthEvent] {
    /// The changes among them, as pairs of words.
    var changes: [String] {
        compactMap { event in
            if case .changed(let change) = event { "\(change.from.rawValue)→\(change.to.rawValue)" } else { nil }
        }
    }
}
