/// How binding a rule is, which decides whether breaking it fails the run.
package enum RequirementLevel: String, CaseIterable, Sendable {
    /// The specification says MUST (or JSON-RPC, which it makes binding): breaking it fails the run.
    case must
    /// The specification says SHOULD, or describes it without a keyword: breaking it is advisory unless strict.
    case should
    /// Our own rule, for what no agent can work with: breaking it fails the run.
    case house

    /// Whether a broken rule of this level makes the run fail.
    package func counts(strict: Bool) -> Bool {
        switch self {
        case .must, .house: true
        case .should: strict
        }
    }
}
