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

    @Test("explains every variable, and anchors what it must look like", arguments: entries)
    func variables(entry: Integration) {
        for field in entry.configSchema + entry.servers.flatMap(\.configSchema) {
            #expect(field.summary != nil, "\(field.name)")
            guard let pattern = field.pattern else { continue }
            #expect(pattern.hasPrefix("^") || pattern.hasSuffix("$"), "\(field.name)")
        }
    }

    @Test("probes only what is in its list of tools, or says why not", arguments: servers)
    func probe(served: Served) {
        guard let probe = served.entry.probe(of: served.server) else { return }
        let isListed = served.entry.listedTools(of: served.server).contains { $0.name == probe.tool }
        #expect(isListed || (!served.entry.hasAllTools(of: served.server) && probe.note != nil))
    }

    @Test("tells what a missing and a wrong credential lead to, of every server that was run", arguments: servers)
    func reactions(served: Served) {
        let isKnown = served.entry.provenance(of: served.server)?.confidence == .ran
        // Without a probe nobody calls it to see what a wrong credential leads to.
        guard isKnown, served.entry.probe(of: served.server) != nil else { return }
        guard served.entry.auth(of: served.server).kind != .none else { return }
        #expect(served.server.reactions[.missing] != nil)
        #expect(served.server.reactions[.invalid] != nil || served.server.reactions[.expired] != nil)
    }

    @Test("says what happens without the pins of dependencies", arguments: servers)
    func constraints(served: Served) {
        #expect(served.server.constraints.isEmpty == (served.server.reactions[.unconstrained] == nil))
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
