import JSON
import JSONSchema
import MCP
import Testing

/// Switched off without OPENWORK_EXTERNAL (see `ExternalData`); with it, missing files fail.
@Suite("Our wire schema compared by meaning", .enabled(if: ExternalData.isPresent, OfficialSchemas.missing))
struct WireSchemaComparisonTests {
    @Test(
        "accepts just what the official one means to accept",
        .timeLimit(.minutes(1)),
        arguments: ProtocolRevision.allCases
    )
    func equivalent(revision: ProtocolRevision) throws {
        let comparison = try SchemaComparison.compare(
            old: Self.allDefinitions(of: OfficialSchemas.corrected(for: revision)),
            new: Self.allDefinitions(of: WireSchema.document(for: revision))
        )
        #expect(comparison.changes.map { "\($0.path.text): \($0.what)" } == [])
        #expect(comparison.relation == .equivalent)
    }

    @Test(
        "accepts whatever the official one accepts as it stands",
        .timeLimit(.minutes(1)),
        arguments: ProtocolRevision.allCases
    )
    func neverNarrower(revision: ProtocolRevision) throws {
        let comparison = try SchemaComparison.compare(
            old: Self.allDefinitions(of: OfficialSchemas.document(for: revision)),
            new: Self.allDefinitions(of: WireSchema.document(for: revision))
        )
        #expect([.equivalent, .widened].contains(comparison.relation))
    }

    /// The document turned into the schema of an object with one member for each definition, to compare all at once.
    private static func allDefinitions(of document: JSONValue) throws -> JSONValue {
        let container = document["$defs"] == nil ? "definitions" : "$defs"
        let definitions = try #require(document[container]?.objectValue)
        let members = definitions.keys.map { ($0, ["$ref": .string("#/\(container)/\($0)")] as JSONValue) }
        return .object([
            "$schema": document["$schema"] ?? nil,
            "type": "object",
            "properties": .object(JSONObject(members)),
            container: .object(definitions),
        ])
    }
}
