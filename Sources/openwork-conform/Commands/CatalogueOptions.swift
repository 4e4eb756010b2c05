import ArgumentParser
import MCPConnection
import Registry
import Wording

/// `list --integrations`: the entries of the registry, all of them or some.
struct CatalogueOptions: ParsableArguments {
    @Flag(help: "List the integrations of the registry instead.")
    var integrations = false

    @Option(help: ArgumentHelp("Only integrations of this tier: P0, P1 or P2.", valueName: "tier"))
    var tier: Tier?

    @Option(help: ArgumentHelp("Only integrations of this role.", valueName: "role"))
    var role: String?

    @Option(help: ArgumentHelp("The folder of Catalogue and Roles instead of the shipped one.", valueName: "folder"))
    var registry: String?

    func validate() throws {
        guard !integrations, tier != nil || role != nil else { return }
        throw ValidationError("--tier and --role choose among integrations: add --integrations")
    }

    func list(json: Bool) throws {
        var loader = RegistryLoader(shipped: try ShippedFiles.chosen(registry))
        let snapshot = loader.load()
        if let role, snapshot.role(role) == nil {
            let nearest = NearestName.of(role, among: snapshot.roles.map(\.id))
            let known = "known are " + snapshot.roles.map(\.id).joined(separator: ", ")
            throw ValidationError("--role \(role) is no role: \(nearest.map { "did you mean \($0)?" } ?? known)")
        }
        let listing = IntegrationListing(snapshot, tier: tier, role: role)
        Terminal(environment: inheritedEnvironment()).print(json ? listing.json : listing.text)
    }
}

extension Tier: ExpressibleByArgument {}
