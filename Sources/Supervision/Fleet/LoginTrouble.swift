import Health
import Redaction

/// Why a log-in gives no usable token now; told by whoever keeps it, since a refused request does not show it.
package enum LoginTrouble: Sendable, Hashable {
    /// The authorization server fails or cannot be reached; it is tried again by itself.
    case passing(String)
    /// Only another log-in helps.
    case over(String)
    /// The token is good for less than was asked for.
    case scopes([String])
}

extension Assignment {
    /// What a contact came to, in the light of what is known of the log-in: a refusal may not be the user's doing.
    func judged(_ outcome: Outcome) -> Outcome {
        guard outcome.outcomeClass == .auth, let trouble = trouble() else { return outcome }
        var outcome = outcome
        let words: String
        switch trouble {
        case .passing(let reason):
            (outcome.code, outcome.action, words) = (.vendorError, .wait(nil), reason)
        case .over(let reason):
            (outcome.code, outcome.action, words) = (.credentialExpired, .logIn(again: true), reason)
        case .scopes(let names):
            (outcome.code, outcome.action) = (.scopeInsufficient, .grant(scopes: names, variables: []))
            words = "the server wants the scope \(names.joined(separator: " "))"
        }
        let former = outcome.evidence
        outcome.evidence = Evidence(
            step: former.step,
            basis: .structure,
            marks: former.marks.map { ($0.name, $0.value) } + [("login", words)],
            excerpt: former.excerpt,
            redactor: redactor
        )
        return outcome
    }
}
