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
    /// What earlier attempts came to, first first; empty when one was enough.
    package var attempts: [Attempt] = []
    /// Why a broken rule is accepted; nil where no baseline says so.
    package var excuse: Excuse?
    /// Where the entry or the suite that the row is about is written; nil when it has no file.
    package var place: FilePlace?

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

    /// Whether it passed, and an earlier attempt did not.
    package var isFlaky: Bool {
        verdict == .passed && !attempts.isEmpty
    }

    /// The same row with another verdict.
    package func with(_ verdict: Verdict) -> CheckResult {
        var copy = CheckResult(
            subject: subject,
            revision: revision,
            check: check,
            level: level,
            verdict: verdict,
            duration: duration,
            command: command
        )
        (copy.attempts, copy.excuse, copy.place) = (attempts, excuse, place)
        return copy
    }

    /// Whether this is a broken rule that does not fail the run.
    package func isAdvisory(strict: Bool) -> Bool {
        guard case .failed = verdict, let level else {
            return false
        }
        return !level.counts(strict: strict)
    }
}
