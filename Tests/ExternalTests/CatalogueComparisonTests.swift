import JSON
import Registry
import Testing

/// The shipped catalogue against the facts that it was made from, one by one.
///
/// Switched off without OPENWORK_EXTERNAL (see `ExternalData`): `make external` runs them.
@Suite(.enabled(if: !CatalogueFacts.all.isEmpty, "set OPENWORK_EXTERNAL, and put the folder catalog beside it"))
struct CatalogueComparisonTests {
    @Test("has an entry for each integration, and no other")
    func ids() throws {
        #expect(CatalogueFacts.all.count == 49)
    }

    @Test("keeps name, tier, roles and the listed package", arguments: CatalogueFacts.all)
    func identity(known: CatalogueFacts) throws {
        let entry = try known.entry()
        #expect(entry.name == known.facts["name"]?.stringValue)
        #expect(entry.tier?.rawValue == known.facts["tier"]?.stringValue)
        let roles = (known.facts["usedBy"]?.arrayValue ?? []).compactMap { used in
            used.stringValue?.prefix { $0 != ":" }.lowercased()
        }
        #expect(entry.roles == roles)
        #expect(entry.listedPackage == known.facts["listedPackage"]?.stringValue)
        let status = ["neverPublished": "never published"]
        let written = entry.listedPackageStatus.map { status[$0.rawValue] ?? $0.rawValue }
        #expect((written ?? "not listed") == known.facts["listedPackageStatus"]?.stringValue)
    }

    @Test("has every server that can be used, in its version", arguments: CatalogueFacts.all)
    func servers(known: CatalogueFacts) throws {
        let entry = try known.entry()
        for facts in known.servers {
            let server = try #require(facts.server(in: entry), "\(facts.identifier)")
            #expect(server.isOfficial == facts.facts["official"]?.boolValue, "\(facts.identifier)")
            guard [.npm, .pypi, .oci].contains(server.kind) else { continue }
            #expect(server.version == facts.facts["version"]?.stringValue, "\(facts.identifier)")
        }
    }

    @Test("has every tool with its arguments, and no other", arguments: CatalogueFacts.all)
    func tools(known: CatalogueFacts) throws {
        let entry = try known.entry()
        for facts in known.servers {
            let server = try #require(facts.server(in: entry))
            let expected = facts.facts["tools"]?.arrayValue ?? []
            // Where the facts list none, the tool that their probe calls is still known to be there.
            let probed = expected.isEmpty ? entry.probe(of: server)?.tool : nil
            let tools = entry.tools(of: server).filter { $0.name != probed }
            #expect(tools.map(\.name) == expected.compactMap { $0["name"]?.stringValue }, "\(facts.identifier)")
            for (tool, fact) in zip(tools, expected) {
                let name = "\(facts.identifier): \(tool.name)"
                #expect(tool.isReadOnly == fact["readOnly"]?.boolValue, "\(name)")
                let required = fact["required"]?.arrayValue?.compactMap(\.stringValue)
                if required == [], facts.hasUnknownArguments { continue }
                // One server's facts have the names of arguments under another key.
                let listed = fact["arguments"] ?? fact["optional"]
                #expect(tool.required == (fact["arguments"] == nil ? required : nil), "\(name)")
                #expect(tool.optional == listed?.arrayValue?.compactMap(\.stringValue), "\(name)")
            }
        }
    }

    @Test("configures every variable, and keeps the secret ones secret", arguments: CatalogueFacts.all)
    func variables(known: CatalogueFacts) throws {
        let entry = try known.entry()
        for facts in known.servers {
            let server = try #require(facts.server(in: entry))
            let fields = entry.configSchema(of: server)
            let optional = Set(entry.auth(of: server).alternatives.joined())
            for fact in facts.facts["env"]?.arrayValue ?? [] {
                let name = try #require(fact["name"]?.stringValue)
                // A pattern of names is told in words; what is always set is not asked for.
                if name.contains("<") || server.environment[name] != nil { continue }
                let field = try #require(fields.first { $0.name == name }, "\(facts.identifier): \(name)")
                #expect(field.isSecret == fact["secret"]?.boolValue, "\(facts.identifier): \(name)")
                if optional.contains(name) || Self.judged.contains(name) { continue }
                #expect(field.isRequired == fact["required"]?.boolValue, "\(facts.identifier): \(name)")
            }
        }
    }

    /// Where the entry says otherwise than the facts whether a variable is needed.
    ///
    /// The probes of Google's tools name the account, and one server refuses every tool without scopes and token.
    private static let judged: Set = ["USER_GOOGLE_EMAIL", "LINKEDIN_ACCESS_TOKEN", "LINKEDIN_DEFAULT_SCOPES"]

    @Test("probes with the call that was found out", arguments: CatalogueFacts.all)
    func probes(known: CatalogueFacts) throws {
        let entry = try known.entry()
        for facts in known.servers {
            let server = try #require(facts.server(in: entry))
            #expect(entry.probe(of: server)?.tool == facts.facts["probe"]?["tool"]?.stringValue, "\(facts.identifier)")
        }
    }

    @Test("knows the vendor's refusal as it was found", arguments: CatalogueFacts.all)
    func vendors(known: CatalogueFacts) throws {
        let vendor = try #require(try known.entry().vendor)
        let facts = try #require(known.facts["vendorAPI"])
        #expect(vendor.unauthorized?.status == facts["unauthorized"]?["status"]?.intValue)
        guard let forbidden = facts["forbidden"]?["status"]?.intValue, !Self.throttledAsForbidden.contains(known.id)
        else {
            return
        }
        #expect(vendor.forbidden?.status == forbidden)
    }

    /// The facts give this vendor's throttling under the name of a missing right.
    private static let throttledAsForbidden: Set = ["salesforce"]
}
