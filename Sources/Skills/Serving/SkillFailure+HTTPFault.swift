import MCPHTTP

extension SkillFailure {
    /// What a request came to that got no complete answer.
    init(_ fault: HTTPFault, _ skill: Skill) {
        let outcome: SkillOutcome
        switch fault {
        case .unreachable(.dns, _): outcome = .dns
        case .unreachable(.refused, _): outcome = .refused
        case .unreachable(.tls, _): outcome = .tls
        case .timedOut: outcome = .timeout
        case .oversized(let limit):
            self.init(
                .answerTooLarge,
                "the answer of \(skill.name) is longer than \(limit) bytes: ask for less, or for a smaller page"
            )
            return
        default: outcome = .closed
        }
        self.init(outcome, "\(skill.name) cannot be reached: \(fault)")
    }
}
