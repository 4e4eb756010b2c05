package import JSON
package import MCP

/// What one integration offers, as far as it is known: its lists as they came last, whether it can be called or not.
package struct UpstreamOffer: Sendable, Hashable {
    /// Whether it can be called.
    package enum Availability: Sendable, Hashable {
        case available
        /// With the cause, as it ends a sentence that begins with the integration.
        case unavailable(String)
    }

    /// The integration's id.
    package var integration: String
    /// Whether it can be called now.
    package var availability: Availability
    /// The revision spoken with it; nil before it was ever reached, and for what is no MCP server.
    package var revision: ProtocolRevision?
    /// What it declared.
    package var capabilities: ServerCapabilities
    /// Advice for the model; nil when it gives none.
    package var instructions: String?
    /// The tools in its order, as it lists them.
    package var tools: [JSONValue]
    /// The prompts, as it lists them.
    package var prompts: [JSONValue]
    /// The resources, as it lists them.
    package var resources: [JSONValue]
    /// The templates of resources, as it lists them.
    package var templates: [JSONValue]
    /// What its entry says of tools, by name: whether they change nothing.
    package var readOnlyTools: [String: Bool]

    /// Tools that can be called although the integration cannot: something else stands in for them.
    package var standIns: Set<String> = []

    /// Describes an integration; by default one that was never reached.
    package init(
        integration: String,
        availability: Availability = .unavailable("has not been reached yet"),
        revision: ProtocolRevision? = nil,
        capabilities: ServerCapabilities = ServerCapabilities(),
        instructions: String? = nil,
        tools: [JSONValue] = [],
        prompts: [JSONValue] = [],
        resources: [JSONValue] = [],
        templates: [JSONValue] = [],
        readOnlyTools: [String: Bool] = [:]
    ) {
        self.integration = integration
        self.availability = availability
        self.revision = revision
        self.capabilities = capabilities
        self.instructions = instructions
        self.tools = tools
        self.prompts = prompts
        self.resources = resources
        self.templates = templates
        self.readOnlyTools = readOnlyTools
    }

    /// Whether it can be called now.
    package var isAvailable: Bool { availability == .available }
}
