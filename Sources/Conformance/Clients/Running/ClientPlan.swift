package import MCP

/// Everything a run over a client has to know before it begins.
package struct ClientPlan: Sendable {
    /// The name in reports.
    package var subject: Subject
    /// What is checked, in the order of the report.
    package var checks: [ClientCheck]
    /// In which revisions, oldest first.
    package var revisions: [ProtocolRevision]
    /// Scenes at a time, at least one.
    package var jobs: Int
    /// Whether broken recommendations fail the run.
    package var isStrict: Bool
    /// The failures that are known of.
    package var baseline: Baseline?
    /// What must not be printed.
    package var secrets: Secrets
    /// From which the command that repeats a check is made.
    package var command: RepeatCommand

    /// The revisions of which the official suite says what a client has to be able to do.
    package static let usualRevisions: [ProtocolRevision] = [.november2025, .july2026]

    /// A run with everything at its usual value.
    package init(
        subject: Subject,
        checks: [ClientCheck] = ClientCheckRegistry.checks,
        revisions: [ProtocolRevision] = usualRevisions,
        jobs: Int = 2,
        isStrict: Bool = false,
        baseline: Baseline? = nil,
        secrets: Secrets = Secrets(),
        command: RepeatCommand
    ) {
        self.subject = subject
        self.checks = checks
        self.revisions = revisions
        self.jobs = max(1, jobs)
        self.isStrict = isStrict
        self.baseline = baseline
        self.secrets = secrets
        self.command = command
    }

    /// The plays that the checks need, each once.
    package var plays: [(scene: ClientScene, revision: ProtocolRevision)] {
        revisions.flatMap { revision in
            let ruled = checks.filter { $0.about.rule(in: revision) != nil }
            let wanted = Set(ruled.flatMap(\.scenes))
            return ClientScene.all
                .filter { wanted.contains($0.id) && $0.revisions.contains(revision) }
                .map { (scene: $0, revision: revision) }
        }
    }
}
