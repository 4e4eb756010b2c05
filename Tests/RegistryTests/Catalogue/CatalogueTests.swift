import JSON
import JSONSchema
import Registry
import Testing

/// What must hold for each of the shipped entries, whatever they describe.
@Suite struct CatalogueTests {
    static let ids = CatalogueFolder.ids
    static let entries = ids.compactMap { id in
        // An entry that cannot be read fails a test of its own, and the count below.
        try? CatalogueFolder.entry(id)
    }
    /// Each server with its entry.
    static let servers = entries.flatMap { entry in entry.servers.map { Served(entry: entry, server: $0) } }

    @Test("has the 49 integrations of the list, by tier")
    func counts() {
        #expect(Self.entries.count == 49)
        let tiers = Dictionary(grouping: Self.entries, by: \.tier).mapValues(\.count)
        #expect(tiers == [.p0: 15, .p1: 14, .p2: 20])
    }

    @Test("tells of every integration what it is, who uses it and where the facts come from", arguments: entries)
    func isComplete(entry: Integration) {
        #expect(entry.summary != nil)
        #expect(!entry.roles.isEmpty)
        #expect(Set(entry.roles).isSubset(of: ["engineering", "marketing", "support", "sales", "ops", "router"]))
        #expect(!entry.servers.isEmpty)
        #expect(entry.provenance != nil)
        #expect(entry.vendor != nil)
    }

    @Test("explains every variable, and shows none of the secret ones", arguments: entries)
    func variables(entry: Integration) throws {
        let own = entry.servers.flatMap(\.configSchema)
        for field in entry.configSchema + own {
            #expect(field.summary != nil, "\(field.name)")
            let words = Set(field.name.split(separator: "_"))
            let looksSecret = !words.isDisjoint(with: ["TOKEN", "SECRET", "PASSWORD", "PAT", "COOKIE"])
            if looksSecret, field.kind == .string, !Self.publicDespiteName.contains(field.name) {
                #expect(field.isSecret, "\(field.name)")
            }
            guard let pattern = field.pattern else { continue }
            #expect(throws: Never.self) { try JSONSchema(["pattern": .string(pattern)]) }
            #expect(pattern.hasPrefix("^") || pattern.hasSuffix("$"), "\(field.name)")
        }
    }

    /// Words of secrets in the names of what is none.
    private static let publicDespiteName: Set = ["OPENAI_MODEL"]

    @Test("never installs a package that was never published", arguments: entries)
    func listedPackage(entry: Integration) {
        guard entry.listedPackageStatus == .neverPublished else { return }
        #expect(!entry.servers.contains { $0.package == entry.listedPackage })
    }

    @Test("has a probe only of what is listed and reads, or says why it is so", arguments: servers)
    func probe(served: Served) {
        guard let probe = served.entry.probe(of: served.server) else { return }
        let tool = served.entry.listedTools(of: served.server).first { $0.name == probe.tool }
        if tool == nil { #expect(!served.entry.hasAllTools(of: served.server) && probe.note != nil) }
        if tool?.isReadOnly == false { #expect(probe.note != nil) }
        guard let tool, let required = tool.required else { return }
        let given = Set(probe.arguments.map(\.key))
        #expect(given.isSuperset(of: required) || probe.note != nil)
        if let optional = tool.optional { #expect(given.isSubset(of: required + optional)) }
    }

    @Test("names each tool once, within the limits, and toolsets and generic tools that exist", arguments: servers)
    func tools(served: Served) {
        let tools = served.entry.tools(of: served.server)
        #expect(Set(tools.map(\.name)).count == tools.count)
        let sets = Set(served.entry.toolsets(of: served.server).map(\.name))
        let generic = Set(served.entry.genericTools(of: served.server).map(\.tool))
        let names = Set(tools.map(\.name))
        #expect(generic.isSubset(of: names))
        for tool in tools {
            #expect(tool.name.utf8.count <= 64, "\(tool.name)")
            if let set = tool.toolset { #expect(sets.contains(set), "\(tool.name)") }
            if let via = tool.via { #expect(generic.contains(via), "\(tool.name)") }
            if let required = tool.required, let optional = tool.optional {
                #expect(Set(required).isDisjoint(with: optional), "\(tool.name)")
            }
        }
    }

    @Test("fills in only what is configured", arguments: servers)
    func placeholders(served: Served) {
        let known = Set(served.entry.configSchema(of: served.server).map(\.name))
        let server = served.server
        var texts = server.arguments + Array(server.environment.values) + Array(server.headers.values)
        texts += [server.url].compactMap { $0 }
        texts += served.entry.probe(of: server).map { [JSONValue.object($0.arguments).text()] } ?? []
        for name in texts.flatMap(Self.placeholders) { #expect(known.contains(name), "\(name)") }
        for name in served.entry.auth(of: server).alternatives.joined() { #expect(known.contains(name), "\(name)") }
    }

    private static func placeholders(_ text: String) -> [String] {
        text.split(separator: "${", omittingEmptySubsequences: false).dropFirst().map { part in
            String(part.prefix { $0 != "}" })
        }
    }

    @Test("pins every package, apart from the image of which no version is known", arguments: servers)
    func pins(served: Served) {
        guard [.npm, .pypi, .oci].contains(served.server.kind), served.server.package != "mcp/dockerhub" else { return }
        #expect(served.server.version != nil)
    }

    @Test("says what happens without the pins of dependencies", arguments: servers)
    func constraints(served: Served) {
        #expect(served.server.constraints.isEmpty == (served.server.reactions[.unconstrained] == nil))
    }

    @Test("has regular expressions that are some", arguments: servers)
    func expressions(served: Served) {
        let questions =
            served.entry.authSignatures(of: served.server).flatMap(\.body)
            + (served.entry.probe(of: served.server)?.expect ?? [])
        for expression in questions.compactMap(\.matches) {
            #expect(throws: Never.self) { try JSONSchema(["pattern": .string(expression)]) }
        }
    }

    /// One way to reach one integration.
    struct Served: CustomTestStringConvertible {
        let entry: Integration
        let server: IntegrationServer

        var testDescription: String { "\(entry.id) (\(server.id))" }
    }
}

extension Integration: CustomTestStringConvertible {
    package var testDescription: String { id }
}
