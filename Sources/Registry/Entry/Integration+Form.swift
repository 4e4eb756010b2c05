package import JSON

extension Integration {
    /// What an entry looks like, for reading, writing and the published schema.
    static let form = Form<Integration>.object(
        "Integration",
        "One product that agents can work with.",
        blank: Integration(id: "", name: ""),
        identity + needs + offering,
        finish: finish
    )

    private static let identity: [Member<Integration>] = [
        .required("id", { $1(&$0.id) }, .identifier, "a name in small letters that stays for ever"),
        .required("name", { $1(&$0.name) }, .text, "what people call it"),
        .optional("description", { $1(&$0.summary) }, .text, "what it is and what agents do with it"),
        .optional("tier", { $1(&$0.tier) }, .choice, "how much the product depends on it"),
        .defaulted("roles", { $1(&$0.roles) }, .list(.identifier), to: [], "ids of the roles that use it"),
        .optional("listedPackage", { $1(&$0.listedPackage) }, .text, "the package that the list of integrations names"),
        .optional(
            "listedPackageStatus",
            { $1(&$0.listedPackageStatus) },
            .choice,
            "what has become of the listed package"
        ),
    ]

    private static let needs: [Member<Integration>] = [
        .defaulted(
            "configSchema",
            { $1(&$0.configSchema) },
            ConfigField.forms,
            to: [],
            "what a user has to configure, by name"
        ),
        .optional("auth", { $1(&$0.auth) }, AuthScheme.form, "how a user proves who they are"),
        .defaulted(
            "servers",
            { $1(&$0.servers) },
            .list(IntegrationServer.form),
            to: [],
            "the ways to reach it, best first"
        ),
        .optional("npmPackage", { $1(&$0.npmPackage) }, .text, "short for one server of kind npm"),
    ]

    private static let offering: [Member<Integration>] = [
        .defaulted("tools", { $1(&$0.tools) }, .list(ToolFacts.form), to: [], "what the servers offer"),
        .defaulted("toolsComplete", { $1(&$0.hasAllTools) }, .truth, to: true, "whether tools is everything"),
        .defaulted(
            "toolsets",
            { $1(&$0.toolsets) },
            .list(Toolset.form),
            to: [],
            "groups of tools that are switched together"
        ),
        .defaulted(
            "genericTools",
            { $1(&$0.genericTools) },
            .list(GenericTool.form),
            to: [],
            "tools through which others are called that no list shows"
        ),
        .optional("probe", { $1(&$0.probe) }, Probe.form, "the cheapest call that proves the credential"),
        .defaulted(
            "authSignatures",
            { $1(&$0.authSignatures) },
            .list(AuthSignature.form),
            to: [],
            "how answers of every server are to be understood"
        ),
        .optional("standIn", { $1(&$0.standIn) }, StandIn.form, "what is called in the place of a server that is down"),
        .optional("vendor", { $1(&$0.vendor) }, VendorFacts.form, "the product's own API"),
        .defaulted(
            "health",
            { $1(&$0.health) },
            HealthOverrides.form,
            to: HealthOverrides(),
            "where watching it differs from the usual policy"
        ),
        .optional("provenance", { $1(&$0.provenance) }, Provenance.form, "where the facts come from"),
    ]

    /// The short form's package: it becomes a server, so there is nothing to be written back.
    private var npmPackage: String? {
        get { nil }
        set { if let newValue { servers.append(Self.server(ofPackage: newValue)) } }
    }

    /// Takes `name@1.2.3` apart.
    private static func server(ofPackage text: String) -> IntegrationServer {
        guard let at = text.dropFirst().lastIndex(of: "@") else { return IntegrationServer(.npm, package: text) }
        return IntegrationServer(.npm, package: String(text[..<at]), version: String(text[text.index(after: at)...]))
    }

    private static func finish(_ entry: inout Integration, _ faults: inout FaultList) {
        var seen: Set<String> = []
        for (place, server) in entry.servers.enumerated() where !seen.insert(server.id).inserted {
            faults.within("servers") { faults in
                faults.within("\(place)") { faults in
                    faults.add(at: "id", "is \"\(server.id)\" a second time", fix: "give this server an id of its own")
                }
            }
        }
        if (entry.listedPackage == nil) != (entry.listedPackageStatus == nil) {
            faults.add(
                at: "listedPackageStatus",
                "does not go with listedPackage",
                fix: "give both, or leave both out"
            )
        }
    }
}

extension Integration {
    /// Reads an entry in its short or full form; throws everything that is wrong with it.
    package init(json: JSONValue) throws(EntryError) {
        var faults = FaultList()
        let read = Self.form.read(json, &faults)
        guard let read, faults.faults.isEmpty else { throw EntryError(faults: faults.faults) }
        self = read
    }

    /// The entry in its full form, with everything left out that is usual.
    package var json: JSONValue { Self.form.write(self) }
}
