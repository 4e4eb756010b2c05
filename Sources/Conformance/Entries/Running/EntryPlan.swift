package import MCP

/// Everything a run over entries has to know before it begins.
package struct EntryPlan: Sendable {
    /// What is judged, in the order of the report; servers of one entry stand together.
    package var subjects: [EntrySubject]
    /// Faults that lint found, by id of the entry.
    package var faults: [String: [String]] = [:]
    /// The suites by integration; nil when none were given.
    package var suites: [String: EntrySuite]?
    /// The protocol checks of the conversation with each sound server.
    package var checks: [Check]
    /// The checks about entries.
    package var entryChecks: [EntryCheck]
    /// The checks that play a fault.
    package var faultChecks: [FaultCheck]
    /// The revisions that are offered.
    package var offer = RevisionOffer.all
    /// Servers at a time.
    package var jobs = 4
    /// For whatever is waited for that should come.
    package var bounds = TalkBounds(step: .seconds(30))
    /// For whatever an entry says that it never comes.
    package var silence = Duration.milliseconds(300)
    /// The seed of the run.
    package var seed: UInt64 = 1
    /// Whether broken recommendations fail the run.
    package var isStrict = false
    /// What the run is called in its report.
    package var mode = "offline"
    /// Groups in which nothing may be left untried.
    package var required: Set<CheckGroup> = []
    /// The failures that are known of.
    package var baseline: Baseline?
    /// Why only some of the registry is looked at, perhaps nothing; nil where somebody named what.
    package var selection: String?
    /// Which part of a divided run this is; its subjects are those of the part already.
    package var shard: ShardRecord?
    /// Where each entry and each of its servers is written, by the title of the subject.
    package var places: [String: FilePlace] = [:]
    /// The same for their suites.
    package var suitePlaces: [String: FilePlace] = [:]
    /// Words between `run` and the entry in the command that repeats a check.
    package var options: [String] = []

    /// A run of all checks that say something where messages travel like this.
    package init(_ subjects: [EntrySubject], over carrier: Carrier = .pipes) {
        self.subjects = subjects
        // What an entry's server does about credentials is as its entry says: AUTH-* judge it.
        checks = CheckRegistry.checks.filter { $0.place.holds(carrier) && !Self.ofCredentials.contains($0.id) }
        entryChecks = EntryCheckRegistry.checks
        faultChecks = FaultCheck.all
    }

    private static let ofCredentials: Set<CheckID> = [
        "HTTP-TOKEN-MISSING", "HTTP-TOKEN-WRONG", "HTTP-RESOURCE-METADATA",
    ]

    /// Keeps the checks that a pattern names.
    package mutating func keep(matching patterns: [String]) {
        guard !patterns.isEmpty else { return }
        let globs = patterns.map { Glob($0.uppercased()) }
        checks = checks.filter { check in globs.contains { $0.matches(check.id.rawValue) } }
        entryChecks = entryChecks.filter { check in globs.contains { $0.matches(check.id.rawValue) } }
        faultChecks = faultChecks.filter { check in globs.contains { $0.matches(check.id.rawValue) } }
    }
}
