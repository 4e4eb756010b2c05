/// On what an outcome was judged, from the most to the least reliable.
package enum Basis: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Codes, statuses, exits, JSON members: nothing that was written for people.
    case structure
    /// What the entry declares of this very server.
    case signature
    /// Words in prose: the last resort, which may be wrong.
    case words

    package static func < (left: Basis, right: Basis) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .structure: 0
        case .signature: 1
        case .words: 2
        }
    }
}
