import JSON
import MCP
import Testing

/// Switched off without OPENWORK_EXTERNAL (see `ExternalData`); with it, missing files fail.
@Suite("Our wire schema and the official one", .enabled(if: ExternalData.isPresent, OfficialSchemas.missing))
struct WireSchemaEquivalenceTests {
    @Test("name the same definitions", arguments: ProtocolRevision.allCases)
    func sameNames(revision: ProtocolRevision) throws {
        let official = try NormalSchema(document: OfficialSchemas.document(for: revision)).definitions
        let ours = NormalSchema(document: WireSchema.document(for: revision)).definitions
        #expect(!official.isEmpty)
        #expect(Set(ours.keys) == Set(official.keys))
    }

    @Test("say the same of every definition, but for what is excused", arguments: ProtocolRevision.allCases)
    func sameDefinitions(revision: ProtocolRevision) throws {
        let found = try differences(in: revision)
        let inexcusable = found.filter { name, difference in
            !WireSchemaExcuse.all.contains { $0.covers(difference, in: name, revision) }
        }
        #expect(inexcusable.map { "\($0.name) \($0.difference)" } == [])
    }

    @Test("leave no excuse without a difference", arguments: ProtocolRevision.allCases)
    func noStaleExcuse(revision: ProtocolRevision) throws {
        let found = try differences(in: revision)
        let stale = WireSchemaExcuse.all.filter { excuse in
            excuse.revisions.contains(revision)
                && !found.contains { excuse.covers($0.difference, in: $0.name, revision) }
        }
        #expect(stale.map { "\($0.definition) \($0.difference)" } == [])
    }

    private func differences(in revision: ProtocolRevision) throws -> [(name: String, difference: String)] {
        let official = try NormalSchema(document: OfficialSchemas.document(for: revision))
        let ours = NormalSchema(document: WireSchema.document(for: revision))
        let walk = SchemaDifferences(ours: ours, official: official)
        return official.definitions.keys.flatMap { name in
            walk.inDefinition(name).map { (name: name, difference: $0) }
        }
    }
}
