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
        .required("kind", \.writtenKind, .choice, "how it comes to run"),
        .optional("id", \.writtenID, .identifier, "its name within the entry, where the kind is not enough"),
        .optional("package", \.package, .text, "the package, the image without tag, or the skill"),
        .optional("version", \.version, .text, "the exact version"),
        .optional("integrity", \.integrity, .text, "what the artefact must hash to"),
        .defaulted("official", \.isOfficial, .truth, to: false, "whether the vendor itself publishes it"),
        .optional("transport", \.writtenTransport, .choice, "how messages travel"),
        .optional("executable", \.executable, .text, "the program, or one of several that the package brings"),
        .defaulted("arguments", \.arguments, .list(.anyText), to: [], "what follows the program"),
        .defaulted("environment", \.environment, .variables, to: [:], "variables that are always set"),
        .defaulted("mounts", \.mounts, .list(.text), to: [], "what a container sees, each as outside:inside"),
        .defaulted("constraints", \.constraints, .list(.text), to: [], "extra pins for packages it depends on"),
        .defaulted("requires", \.requires, .list(.text), to: [], "what has to be there first"),
        .defaulted(
            "allowInstallScripts",
            \.allowsInstallScripts,
            .truth,
            to: false,
            "whether npm may run the package's own installation scripts"
        ),
    ]

    /// Where it listens and what is sent to it.
    private static let reaching: [Member<IntegrationServer>] = [
        .optional("url", \.url, .address, "where it listens"),
        .defaulted("alternateUrls", \.alternateURLs, .list(.address), to: [], "further addresses of the same server"),
        .defaulted("headers", \.headers, .fields, to: [:], "header fields of every request"),
        .optional("era", \.era, .choice, "the era to speak without finding it out"),
        .optional("apiBaseOverride", \.apiBaseOverride, APIBaseOverride.form, "how to point it at another API host"),
        .optional("strayOutput", \.strayOutput, .anyText, "text that it prints on standard output beside its messages"),
        .optional("env", \.variables, .list(.variable), "names of the entry's variables that it takes"),
        .defaulted("configSchema", \.configSchema, ConfigField.forms, to: [], "variables of its own"),
        .optional("auth", \.auth, AuthScheme.form, "replaces the entry's"),
    ]

    /// What it offers and how it behaves.
    private static let offering: [Member<IntegrationServer>] = [
        .optional("tools", \.tools, .list(ToolFacts.form), "replaces the entry's"),
        .optional("toolsComplete", \.hasAllTools, .truth, "whether tools is everything"),
        .optional("toolsets", \.toolsets, .list(Toolset.form), "replaces the entry's"),
        .optional("genericTools", \.genericTools, .list(GenericTool.form), "replaces the entry's"),
        .optional("probe", \.probe, Probe.form, "replaces the entry's"),
        .defaulted("authSignatures", \.authSignatures, .list(AuthSignature.form), to: [], "come before the entry's"),
        .defaulted(
            "reactions",
            \.reactions,
            .cases(.oneOrMore(Reaction.form)),
            to: [:],
            "what it does when something is wrong"
        ),
        .defaulted("health", \.health, HealthOverrides.form, to: HealthOverrides(), "replaces the entry's, one by one"),
        .optional("provenance", \.provenance, Provenance.form, "where the facts about it come from"),
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
            .defaulted("environment", \.environment, .variables, to: [:], "variables; ${base} is the other address"),
            .defaulted("arguments", \.arguments, .list(.anyText), to: [], "arguments; ${base} is the other address"),
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
