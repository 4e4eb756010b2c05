/// One product that agents can work with: what people see of it, what it needs, and the servers that reach it.
///
/// What is given here holds for every server that does not say otherwise: take it through the functions that name a
/// server (``tools(of:)``, ``probe(of:)``, …), never from the two places by hand.
package struct Integration: Sendable, Hashable {
    /// Small letters, digits and hyphens; unique in the catalogue and stable for ever.
    package var id: String
    /// What people call it.
    package var name: String
    /// What it is and what agents do with it, in our own words.
    package var summary: String?
    /// How much the product depends on it; nil for entries that users add.
    package var tier: Tier?
    /// Ids of the roles that use it.
    package var roles: [String]
    /// The package that the list of supported integrations names, right or wrong; nil when it names none.
    package var listedPackage: String?
    /// What has become of the listed package.
    package var listedPackageStatus: ListedPackageStatus?
    /// What a user has to configure, for all servers together.
    package var configSchema: [ConfigField]
    /// How a user proves who they are.
    package var auth: AuthScheme?
    /// What the servers offer.
    package var tools: [ToolFacts]
    /// Whether ``tools`` is everything; false where more are known to exist.
    package var hasAllTools: Bool
    /// Groups of tools that are switched on and off together.
    package var toolsets: [Toolset]
    /// Tools through which others are called that no list shows.
    package var genericTools: [GenericTool]
    /// The cheapest call that proves the credential.
    package var probe: Probe?
    /// How answers of every server are to be understood; those of a server come first.
    package var authSignatures: [AuthSignature]
    /// The ways to reach the product, best first.
    package var servers: [IntegrationServer]
    /// What is called in the place of a server that is down; nil for nothing.
    package var standIn: StandIn?
    /// The product's own API behind the servers.
    package var vendor: VendorFacts?
    /// Where watching this integration differs from the usual policy.
    package var health: HealthOverrides
    /// Where the facts come from; nil for entries that users add.
    package var provenance: Provenance?

    /// An entry in which nothing is known yet.
    package init(id: String, name: String, servers: [IntegrationServer] = []) {
        self.id = id
        self.name = name
        self.servers = servers
        roles = []
        configSchema = []
        tools = []
        hasAllTools = true
        toolsets = []
        genericTools = []
        authSignatures = []
        health = HealthOverrides()
    }
}
