package import MCP

/// One MUST or SHOULD of the specification in our own words, and what becomes of it here.
package struct Requirement: Identifiable, Hashable, Sendable {
    /// What becomes of a requirement, from best to worst.
    package enum Standing: String, CaseIterable, Sendable {
        /// A check tries it on any server.
        case checked
        /// A test of ours tries it on our own client or server.
        case tested
        /// Neither does; a reason says why.
        case excused
    }

    /// Our own name for it; it never changes.
    package let id: String
    /// How binding it is.
    package let level: RequirementLevel
    /// Whose duty it is.
    package let party: RequirementParty
    /// The revisions that have it.
    package let revisions: ClosedRange<ProtocolRevision>
    /// Where it is written, each with the revision from which on that is the place.
    package let places: [ProtocolRevision: String]
    /// What is required.
    package let sentence: String
    /// The checks that try it.
    package let checks: [CheckID]
    /// The tests that prove it of our own side: the file below `Tests`, and the function in it.
    package let tests: [String]
    /// Why there is no check, or none for a part of it; nil where there is nothing to say.
    package let reason: String?
    /// The scenarios of the official suite that try it.
    package let scenarios: [String]

    /// What becomes of it.
    package var standing: Standing {
        checks.isEmpty ? tests.isEmpty ? .excused : .tested : .checked
    }

    /// The address of the paragraph in a revision; nil where the revision has no such rule.
    package func address(in revision: ProtocolRevision) -> String? {
        guard revisions.contains(revision) else {
            return nil
        }
        let place = places.filter { $0.key <= revision }.max { $0.key < $1.key }?.value
        return place.flatMap { RuleSource.specification($0).address(in: revision) }
    }
}
