/// Counts how often more scopes were asked for, so that a server that is never content ends in an answer.
package struct StepUpLedger: Sendable {
    private var attempts: [ScopeSet: Int] = [:]
    private var total = 0
    /// Logins for the same scopes.
    package let limitPerChallenge: Int
    /// Logins for any scopes.
    package let limit: Int

    /// A ledger in which nothing was attempted yet.
    package init(limitPerChallenge: Int = 2, limit: Int = 8) {
        self.limitPerChallenge = limitPerChallenge
        self.limit = limit
    }

    /// Counts one attempt; false when it is one too many, and then nothing is counted.
    package mutating func permits(_ challenged: ScopeSet) -> Bool {
        guard total < limit, attempts[challenged, default: 0] < limitPerChallenge else { return false }
        attempts[challenged, default: 0] += 1
        total += 1
        return true
    }
}
