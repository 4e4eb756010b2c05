import Fixtures
import Glibc
import Recording

/// One documented fixture and its file: written where it says something new, and never over a recording.
struct FixtureFiling {
    /// What became of it.
    enum Result: String, CaseIterable {
        case written
        case unchanged
        case recorded
        case impossible
    }

    let path: String
    /// Whether nothing is to be written.
    let isTrial: Bool

    func file(_ fixture: Fixture) throws -> Result {
        if let existing = try FixtureDestination(path: path).existing() {
            if existing.header.provenance == .recorded { return .recorded }
            if existing.saysTheSame(as: fixture) { return .unchanged }
        }
        if !isTrial { try FixtureDestination(path: path).replace(with: fixture.text) }
        return .written
    }

    /// Where the facts do not suffice, there may still be a recording.
    func withoutFacts() throws -> Result {
        let existing = try FixtureDestination(path: path).existing()
        return existing?.header.provenance == .recorded ? .recorded : .impossible
    }
}
