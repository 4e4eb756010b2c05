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

    @Test("made wrong in one place, get the verdict of the official schema", .timeLimit(.minutes(1)))
    func sameVerdicts() throws {
        let ours = try JSONSchema(WireSchema.document(for: .latest))
        let official = try JSONSchema(OfficialSchemas.correctedLatest())
        var refused = 0
        for example in try OfficialSchemas.examples() {
            let mine = try #require(ours.definition(named: example.type), "\(example.type)")
            let theirs = try #require(official.definition(named: example.type), "\(example.type)")
            for mutation in example.value.mutations {
                let verdict = mine.isValid(mutation)
                #expect(verdict == theirs.isValid(mutation), "\(example.type) \(mutation)")
                refused += verdict ? 0 : 1
            }
        }
        #expect(refused > 0)
    }
}
