import Health
import JSON
import Redaction
import Registry
import Testing

/// Shorthand for the tables of these tests.
extension ClassifierRules {
    /// A server over pipes with one secret, which has a value or not.
    static func keyed(_ isSet: Bool = true, login: Bool = false) -> ClassifierRules {
        var rules = ClassifierRules()
        rules.variables = [CredentialVariable("API_KEY", isSecret: true, isRequired: !login, isSet: isSet)]
        rules.redactor = Redactor(secrets: ["API_KEY": "canary-9f2c77"])
        return rules
    }

    /// A remote server with a log-in of ours.
    static func login(_ isLoggedIn: Bool) -> ClassifierRules {
        var rules = ClassifierRules()
        rules.usesLogin = true
        rules.isRemote = true
        rules.isLoggedIn = isLoggedIn
        return rules
    }
}

extension Classifier {
    func judge(
        _ sighting: Sighting,
        at step: ContactStep = .probe,
        errorLines: [String] = [],
        latency: Duration = .zero,
        source: Outcome.Source = .active
    ) -> Outcome {
        outcome(
            of: ContactFacts(sighting, step: step, errorLines: errorLines, latency: latency, source: source)
        )
    }
}

/// One row of a table: what a probe's call was answered with, and what that must be found to mean.
struct AnswerRow: Sendable, CustomTestStringConvertible {
    var text: String
    var isError: Bool
    var code: OutcomeCode
    var basis: Basis

    init(_ text: String, error: Bool = false, _ code: OutcomeCode, _ basis: Basis = .structure) {
        (self.text, isError, self.code, self.basis) = (text, error, code, basis)
    }

    var testDescription: String { "\(code) from \(text.prefix(60))" }
}
