/// Everything a run found: what all renderers print from.
package struct Report: Hashable, Sendable {
    /// The version of openwork-conform.
    package let version: String
    /// `live` for a real server, `offline` for the mock.
    package let mode: String
    /// The number from which unknown names and cursors were made.
    package let seed: UInt64
    /// Whether recommendations fail the run.
    package let isStrict: Bool
    /// Whether the run was ended before its end; what was not tried is incomplete.
    package let wasInterrupted: Bool
    /// From the first start to the last exit.
    package let duration: Duration
    /// The rows, in the order of subjects, revisions and the registry of checks.
    package var results: [CheckResult]
    /// What our own side did wrong; any of it makes the run worthless.
    package let faults: [String]
    /// What is worth knowing and no verdict: revisions that the server does not offer, for instance.
    package let notes: [String]
    /// Excuses of a baseline that are over, or excuse nothing any more: they fail the run.
    package var staleExcuses: [String]
    /// When it began, as RFC 3339 has it; nil where nobody looked at a clock.
    package var startedAt: String?
    /// Why only some integrations were looked at, perhaps none; nil where nothing was left out.
    package var selection: String?
    /// Which part of a divided run this is; nil for a whole one.
    package var shard: ShardRecord?
    /// What was said on the wire where a rule is broken.
    package var logs: [WireLog] = []
    /// What the run cost; only runs over integrations say so, and they are printed as a row per integration.
    package var usage: RunUsage?

    /// A report; the runner makes it.
    package init(
        version: String,
        mode: String,
        seed: UInt64,
        isStrict: Bool = false,
        wasInterrupted: Bool = false,
        duration: Duration,
        results: [CheckResult],
        faults: [String] = [],
        notes: [String] = [],
        staleExcuses: [String] = []
    ) {
        self.version = version
        self.mode = mode
        self.seed = seed
        self.isStrict = isStrict
        self.wasInterrupted = wasInterrupted
        self.duration = duration
        self.results = results
        self.faults = faults
        self.notes = notes
        self.staleExcuses = staleExcuses
    }

    /// The counts of the rows.
    package var summary: Summary {
        Summary(of: results, strict: isStrict)
    }

    /// What the process should end with.
    package var exitCode: RunExitCode {
        guard faults.isEmpty else {
            return .harnessFault
        }
        let summary = summary
        guard summary.failed == 0, staleExcuses.isEmpty else {
            return .failed
        }
        let isEmpty = results.isEmpty && shard == nil && selection == nil
        return summary.incomplete > 0 || wasInterrupted || isEmpty ? .incomplete : .passed
    }
}
