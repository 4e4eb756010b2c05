/// Where the facts of a fixture come from; the two are never presented as each other.
package enum Provenance: Sendable, Hashable {
    /// The running server said it.
    case recorded
    /// Built from what was published, at these addresses.
    case documented(sources: [String])

    /// One word for a report.
    package var word: String {
        switch self {
        case .recorded: "recorded"
        case .documented: "documented"
        }
    }
}
