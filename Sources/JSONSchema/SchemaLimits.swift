/// Bounds on what a schema and an instance may cost; each is a named error or violation when it is passed.
package struct SchemaLimits: Sendable, Hashable {
    /// Subschemas in the graph, counting those of referenced documents.
    package var subschemas = 50_000

    /// Levels of schemas inside schemas, as written.
    package var schemaDepth = 128

    /// Schemas applied inside one another at one moment of a validation, references counted.
    package var evaluationDepth = 400

    /// Schemas applied, members visited and characters compared by patterns in one validation, added up.
    package var evaluationSteps = 4_000_000

    /// Violations reported by one validation; the search stops there.
    package var violations = 100

    /// Bytes of one regular expression.
    package var patternBytes = 16_384

    /// Positions the regular expression engine may move over for one string.
    package var patternSteps = 5_000_000

    /// The defaults: generous for tool schemas and messages of some megabytes, a second or so at the very worst.
    package init() {}
}
