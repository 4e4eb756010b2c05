package import Drift
package import Vetting

/// What is known of a tool's definition: whether it is the one that somebody approved.
package enum ToolStanding: Sendable, Hashable {
    /// It hashes to what was approved.
    case approved
    /// Nobody has approved any definition of it; with what a person should look at.
    case new([Suspicion])
    /// Somebody has looked at it, and does not want it.
    case refused
    /// It is not the one that was approved: what has changed, and what a person should look at.
    case changed(DriftReport, [Suspicion])

    /// What a person should look at before an agent does.
    package var suspicions: [Suspicion] {
        switch self {
        case .approved, .refused: []
        case .new(let suspicions), .changed(_, let suspicions): suspicions
        }
    }

    /// Whether the tool may be offered under a policy.
    package func isServed(_ unapproved: RolePolicy.Unapproved) -> Bool {
        switch self {
        case .approved: true
        case .new(let suspicions): unapproved == .trusted && suspicions.isEmpty
        case .changed, .refused: false
        }
    }
}

extension ToolStanding: CustomStringConvertible {
    /// For people, in as many lines as it takes: the difference, and everything suspicious.
    package var description: String {
        let lines =
            switch self {
            case .approved: ["is approved"]
            case .new: ["is not approved"]
            case .refused: ["was refused"]
            case .changed(let report, _): ["has changed since it was approved:", report.text()]
            }
        return (lines + suspicions.map(\.description)).joined(separator: "\n")
    }
}
