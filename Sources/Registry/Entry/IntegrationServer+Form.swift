import JSON
import MCP

extension IntegrationServer {
    static let form = Form<IntegrationServer>.object(
        "Server",
        "One way to reach an integration.",
        blank: IntegrationServer(.npm),
        running + reaching + offering
    )

    /// What to install and how to start it.
    private static let running: [Member<IntegrationServer>] = [
        .required("kind", { $1(&$0.writtenKind) }, .choice, "how it comes to run"),
        .optional("id", { $1(&$0.writtenID) }, .identifier, "its name within the entry, where the kind is not enough"),
        .optional("package", { $1(&$0.package) }, .text, "the package, the image without tag, or the skill"),
        .optional("version", { $1(&$0.version) }, .text, "the exact version"),
        .optional("integrity", { $1(&$0.integrity) }, .text, "what the artefact must hash to"),
        .defaulted("official", { $1(&$0.isOfficial) }, .truth, to: false, "whether the vendor itself publishes it"),
        .optional("transport", { $1(&$0.writtenTransport) }, .choice, "how messages travel"),
        .optional(
            "executable",
            { $1(&$0.executable) },
            .text,
            "the program, or one of several that the package brings"
        ),
        .defaulted("arguments", { $1(&$0.arguments) }, .list(.anyText), to: [], "what follows the program"),
        .defaulted("environment", { $1(&$0.environment) }, .variables, to: [:], "variables that are always set"),
        .defaulted("mounts", { $1(&$0.mounts) }, .list(.text), to: [], "what a container sees, each as outside:inside"),
        .defaulted(
            "constraints",
            { $1(&$0.constraints) },
            .list(.text),
            to: [],
            "extra pins for packages it depends on"
        ),
        .defaulted("requires", { $1(&$0.requires) }, .list(.text), to: [], "what has to be there first"),
        .defaulted(
            "allowInstallScripts",
            { $1(&$0.allowsInstallScripts) },
            .truth,
            to: false,
            "whether npm may run the package's own installation scripts"
        ),
    ]

    /// Where it listens and what is sent to it.
    private static let reaching: [Member<IntegrationServer>] = [
        .optional("url", { $1(&$0.url) }, .address, "where it listens"),
        .defaulted(
            "alternateUrls",
            { $1(&$0.alternateURLs) },
            .list(.address),
            to: [],
            "further addresses of the same server"
        ),
        .defaulted("headers", { $1(&$0.headers) }, .fields, to: [:], "header fields of every request"),
        .optional("era", { $1(&$0.era) }, .choice, "the era to speak without finding it out"),
        .optional(
            "apiBaseOverride",
            { $1(&$0.apiBaseOverride) },
            APIBaseOverride.form,
            "how to point it at another API host"
        ),
        .optional(
            "strayOutput",
            { $1(&$0.strayOutput) },
            .anyText,
            "text that it prints on standard output beside its messages"
        ),
        .optional("env", { $1(&$0.variables) }, .list(.variable), "names of the entry's variables that it takes"),
        .defaulted("configSchema", { $1(&$0.configSchema) }, ConfigField.forms, to: [], "variables of its own"),
        .optional("auth", { $1(&$0.auth) }, AuthScheme.form, "replaces the entry's"),
    ]

    /// What it offers and how it behaves.
    private static let offering: [Member<IntegrationServer>] = [
        .optional("tools", { $1(&$0.tools) }, .list(ToolFacts.form), "replaces the entry's"),
        .optional("toolsComplete", { $1(&$0.hasAllTools) }, .truth, "whether tools is everything"),
        .optional("toolsets", { $1(&$0.toolsets) }, .list(Toolset.form), "replaces the entry's"),
        .optional("genericTools", { $1(&$0.genericTools) }, .list(GenericTool.form), "replaces the entry's"),
        .optional("probe", { $1(&$0.probe) }, Probe.form, "replaces the entry's"),
        .defaulted(
            "authSignatures",
            { $1(&$0.authSignatures) },
            .list(AuthSignature.form),
            to: [],
            "come before the entry's"
        ),
        .defaulted(
            "reactions",
            { $1(&$0.reactions) },
            .cases(.oneOrMore(Reaction.form)),
            to: [:],
            "what it does when something is wrong"
        ),
        .defaulted(
            "health",
            { $1(&$0.health) },
            HealthOverrides.form,
            to: HealthOverrides(),
            "replaces the entry's, one by one"
        ),
        .optional("provenance", { $1(&$0.provenance) }, Provenance.form, "where the facts about it come from"),
    ]

    /// Setting it also sets what is usual for the kind.
    private var writtenKind: ServerKind {
        get { kind }
        set { self = IntegrationServer(newValue) }
    }

    private var writtenID: String? {
        get { id == kind.rawValue ? nil : id }
        set { id = newValue ?? kind.rawValue }
    }

    private var writtenTransport: ServerTransport? {
        get { transport == IntegrationServer(kind).transport ? nil : transport }
        set { transport = newValue ?? IntegrationServer(kind).transport }
    }
}

extension APIBaseOverride {
    /// Both ways, or just the variable that takes the address.
    fileprivate static let form = Form<APIBaseOverride>.object(
        "APIBaseOverride",
        "How a server is told to call another host than its vendor's.",
        blank: APIBaseOverride(),
        [
            .defaulted(
                "environment",
                { $1(&$0.environment) },
                .variables,
                to: [:],
                "variables; ${base} is the other address"
            ),
            .defaulted(
                "arguments",
                { $1(&$0.arguments) },
                .list(.anyText),
                to: [],
                "arguments; ${base} is the other address"
            ),
        ]
    ) { override, faults in
        if override == APIBaseOverride() { faults.add("says nothing", fix: "give environment or arguments") }
    }
    .orShort(["type": "string", "pattern": .string(Spelling.variablePattern)]) { value in
        value.stringValue.flatMap { name in
            Spelling.isVariable(name) ? APIBaseOverride(environment: [name: "${base}"]) : nil
        }
    } write: { override in
        guard override.arguments.isEmpty, override.environment.count == 1 else { return nil }
        return override.environment.first { $0.value == "${base}" }.map { .string($0.key) }
    }
}
