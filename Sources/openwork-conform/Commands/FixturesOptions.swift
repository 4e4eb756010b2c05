import ArgumentParser
import Fixtures
import Recording
import Registry
import Wording

/// Where the fixtures of the registry lie, and the registry itself.
struct FixturesOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of all fixtures.", valueName: "folder"))
    var output = "Fixtures"

    @Option(help: ArgumentHelp("The folder of Catalogue and Roles instead of the shipped one.", valueName: "folder"))
    var registry: String?

    /// The integrations with these ids; nil for all of them.
    func integrations(_ ids: [String]?) throws -> [Integration] {
        var loader = RegistryLoader(shipped: try ShippedFiles.chosen(registry))
        let snapshot = loader.load()
        guard let ids else { return snapshot.integrations }
        return try ids.map { id in
            if let integration = snapshot[id] { return integration }
            let nearest = NearestName.of(id, among: snapshot.integrations.map(\.id))
            throw ValidationError("there is no integration '\(id)'" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        }
    }

    func path(_ kind: FixtureKind, _ integration: Integration, _ server: IntegrationServer) -> String {
        output + "/" + Fixture.path(of: kind, integration, server)
    }
}
