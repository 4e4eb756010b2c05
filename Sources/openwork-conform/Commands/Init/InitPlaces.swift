import Fixtures
import Glibc

/// Where the files of a new integration go: into a checkout of OpenWork at their places, elsewhere into one folder.
struct InitPlaces: Sendable {
    let entry: String
    let suite: String
    let page: String
    private let fixtures: String

    init(id: String, output: String?) {
        let isCheckout = output == nil && access("Sources/Registry/Catalogue", F_OK) == 0
        let folder = output ?? id
        entry = isCheckout ? "Sources/Registry/Catalogue/\(id).json" : "\(folder)/\(id).json"
        suite = isCheckout ? "conformance/\(id).yaml" : "\(folder)/conformance/\(id).yaml"
        page = isCheckout ? "docs/integrations/\(id).md" : "\(folder)/\(id).md"
        fixtures = isCheckout ? "Fixtures/\(id)" : "\(folder)/Fixtures/\(id)"
    }

    /// The file of a recording.
    func fixture(_ kind: FixtureKind) -> String { "\(fixtures)/\(kind.rawValue).jsonl" }
}
