package import MCP

/// One row of a report: a check on one subject in one revision.
package struct CheckResult: Hashable, Sendable {
    /// What was checked and how it was reached.
    package let subject: Subject
    /// The revision spoken, or the one that was asked for when no handshake succeeded.
    package let revision: ProtocolRevision
    /// The check.
    package let check: CheckID
    /// How binding the rule is in that revision; nil where the revision has no such rule.
    package let level: RequirementLevel?
    /// The judgement.
    package let verdict: Verdict
    /// From sending what the check sends to the last answer that it looks at.
    package let duration: Duration
    /// The one command that repeats just this check.
    package let command: String

    /// A row; the runner makes them.
    package init(
        subject: Subject,
        revision: ProtocolRevision,
        check: CheckID,
        level: RequirementLevel?,
        verdict: Verdict,
        duration: Duration,
        command: String
    ) {
        self.subject = subject
        self.revision = revision
        self.check = check
        self.level = level
        self.verdict = verdict
        self.duration = duration
        self.command = command
    }

    /// Whether this is a broken rule that does not fail the run.
    package func isAdvisory(strict: Bool) -> Bool {
        guard case .failed = verdict, let level else {
            return false
        }
        return !level.counts(strict: strict)
    }
}
