package import MCP

/// One way to reach an integration: what to install or connect to, and where it differs from the entry.
package struct IntegrationServer: Sendable, Hashable {
    /// Names the server within its entry, in fixtures and suites; the kind where nothing else is written.
    package var id: String
    /// How it comes to run.
    package var kind: ServerKind
    /// The package, the image without tag, or the skill; nil for `remote` and `command`.
    package var package: String?
    /// The exact version to install; nil where nobody can choose one.
    package var version: String?
    /// What the installed artefact must hash to, in the spelling of its registry (`sha512-…`, `sha256:…`).
    package var integrity: String?
    /// Whether the vendor itself publishes it.
    package var isOfficial: Bool
    /// How messages travel.
    package var transport: ServerTransport
    /// The program: for `command` its name or path, for packages one of several that they bring.
    package var executable: String?
    /// What follows the program, in which `${NAME}` stands for a configured value.
    package var arguments: [String]
    /// Variables that are always set, in which `${NAME}` stands for a configured value.
    package var environment: [String: String]
    /// What a container sees of the machine, each as `outside:inside`.
    package var mounts: [String]
    /// Extra pins for packages that it depends on, such as `mcp<2`.
    package var constraints: [String]
    /// What has to be there first, such as `node>=22`, `docker` or a desktop application.
    package var requires: [String]
    /// Whether npm may run the package's own installation scripts.
    package var allowsInstallScripts: Bool
    /// Where a remote server listens, in which `${NAME}` stands for a configured value.
    package var url: String?
    /// Further addresses of the same server, such as one per region.
    package var alternateURLs: [String]
    /// Header fields of every request, in which `${NAME}` stands for a configured value.
    package var headers: [String: String]
    /// The era to speak without finding it out.
    package var era: ProtocolEra?
    /// How to point the server at another API host; nil when it cannot be done.
    package var apiBaseOverride: APIBaseOverride?
    /// Text that it prints on standard output beside its messages.
    package var strayOutput: String?
    /// Names of the entry's variables that it takes; nil for all of them.
    package var variables: [String]?
    /// Variables of its own, or the entry's where they mean something else here.
    package var configSchema: [ConfigField]
    /// Replaces the entry's.
    package var auth: AuthScheme?
    /// Replaces the entry's; nil where they are the same.
    package var tools: [ToolFacts]?
    /// Replaces the entry's.
    package var hasAllTools: Bool?
    /// Replaces the entry's.
    package var toolsets: [Toolset]?
    /// Replaces the entry's.
    package var genericTools: [GenericTool]?
    /// Replaces the entry's.
    package var probe: Probe?
    /// Come before the entry's.
    package var authSignatures: [AuthSignature]
    /// What it does when something is wrong; several where that depends on the tool.
    package var reactions: [ReactionCause: [Reaction]]
    /// Fill in or replace the entry's, one by one.
    package var health: HealthOverrides
    /// Where the facts about it come from.
    package var provenance: Provenance?

    /// A server of which only the kind is known; its transport is HTTP for `remote` and the standard streams otherwise.
    package init(_ kind: ServerKind, package: String? = nil, version: String? = nil, url: String? = nil) {
        id = kind.rawValue
        self.kind = kind
        self.package = package
        self.version = version
        self.url = url
        transport = kind == .remote ? .streamableHTTP : .stdio
        isOfficial = false
        arguments = []
        environment = [:]
        mounts = []
        constraints = []
        requires = []
        allowsInstallScripts = false
        alternateURLs = []
        headers = [:]
        configSchema = []
        authSignatures = []
        reactions = [:]
        health = HealthOverrides()
    }
}
