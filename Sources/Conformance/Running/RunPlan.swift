import MCP

/// Everything a run has to know before it begins.
package struct RunPlan: Sendable {
    /// The servers, in the order of the report.
    package var targets: [RunTarget]
    /// In which revisions each is checked.
    package var revisions: RevisionChoice
    /// What is checked, in the order of the report.
    package var checks: [Check]
    /// Conversations at a time, at least one.
    package var jobs: Int
    /// How long each thing may take.
    package var bounds: TalkBounds
    /// The tool that the user allows us to call.
    package var call: CallRequest?
    /// The number from which names that nobody has are made.
    package var seed: UInt64
    /// Whether broken recommendations fail the run.
    package var isStrict: Bool
    /// The failures that are known of.
    package var baseline: Baseline?
    /// What must not be printed.
    package var secrets: Secrets
    /// `live` or `offline`.
    package var mode: String
    /// From which the command that repeats a check is made.
    package var command: RepeatCommand

    /// A run with everything at its usual value.
    package init(
        targets: [RunTarget],
        revisions: RevisionChoice = .found,
        checks: [Check] = CheckRegistry.checks,
        jobs: Int = 2,
        bounds: TalkBounds = TalkBounds(step: .seconds(30)),
        call: CallRequest? = nil,
        seed: UInt64 = 1,
        isStrict: Bool = false,
        baseline: Baseline? = nil,
        secrets: Secrets = Secrets(),
        mode: String = "live",
        command: RepeatCommand
    ) {
        self.targets = targets
        self.revisions = revisions
        self.checks = checks
        self.jobs = max(1, jobs)
        self.bounds = bounds
        self.call = call
        self.seed = seed
        self.isStrict = isStrict
        self.baseline = baseline
        self.secrets = secrets
        self.mode = mode
        self.command = command
    }

    /// The conversations to be led: a target and an offer of revisions each.
    var talks: [(target: RunTarget, talk: Talk)] {
        let offers: [RevisionOffer] =
            switch revisions {
            case .found: [.all]
            case .only(let revision): [.only(revision)]
            case .all, .everySingle: ProtocolRevision.allCases.map { .only($0) }
            }
        return targets.flatMap { target in offers.map { (target, talk($0)) } }
    }

    func talk(_ offer: RevisionOffer) -> Talk {
        Talk(
            offer: offer,
            steps: Set(checks.flatMap(\.steps)),
            bounds: bounds,
            call: call,
            seed: seed,
            info: Implementation(name: "openwork-conform", version: ConformVersion.current)
        )
    }
}

extension RunPlan {
    /// How many steps a conversation has at most, the end included: for those who show progress.
    package var stepsPerConversation: Int {
        Set(checks.flatMap(\.steps)).union([.close]).count
    }
}
