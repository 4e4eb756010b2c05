import JSON
import JSONSchema
import MCP
import Testing

/// Switched off without OPENWORK_EXTERNAL (see `ExternalData`); with it, an empty folder fails.
@Suite("The official examples", .enabled(if: ExternalData.isPresent, OfficialSchemas.missing))
struct WireSchemaExamplesTests {
    @Test("are valid by our schema")
    func examplesAreValid() throws {
        let ours = try JSONSchema(WireSchema.document(for: .latest))
        let examples = try OfficialSchemas.examples()
        #expect(!examples.isEmpty)
        for example in examples {
            let definition = try #require(ours.definition(named: example.type), "\(example.type)")
            #expect(definition.validate(example.value) == [], "\(example.file)")
        }
    }

    @Test(
        "as they are and made wrong in one place, get the verdict of the official schema",
        .timeLimit(.minutes(1)),
        arguments: ProtocolRevision.allCases
    )
    func sameVerdicts(revision: ProtocolRevision) throws {
        let ours = try JSONSchema(WireSchema.document(for: revision))
        let official = try JSONSchema(OfficialSchemas.corrected(for: revision))
        var refused = 0
        for example in try OfficialSchemas.examples() {
            // Most types of the newest revision are known to older ones, in other shapes.
            guard let theirs = official.definition(named: example.type) else { continue }
            let mine = try #require(ours.definition(named: example.type), "\(example.type)")
            for value in [example.value] + example.value.mutations {
                let verdict = mine.isValid(value)
                #expect(verdict == theirs.isValid(value), "\(example.type) \(value)")
                refused += verdict ? 0 : 1
            }
        }
        #expect(refused > 0)
    }
}
