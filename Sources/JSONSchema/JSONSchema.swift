package import JSON

/// A schema compiled once, to judge any number of instances, from any number of tasks at a time.
///
/// Compiling resolves every reference: among the subschemas, the given resources and the meta-schemas of the two
/// dialects. Nothing is fetched, ever.
package struct JSONSchema: Sendable {
    let graph: SchemaGraph
    let root: Int
    private let limits: SchemaLimits

    /// Compiles a schema and everything it refers to.
    ///
    /// - Parameters:
    ///   - schema: An object or a boolean.
    ///   - dialect: Language of the schema; nil takes it from `$schema`, and without that 2020-12.
    ///   - resources: Further documents by absolute URI, compiled when a reference or a `$schema` names them.
    ///   - limits: What schema and instances may cost.
    ///   - assertsFormats: Whether `format` is checked; by default it is an annotation.
    /// - Throws: The first fault met.
    package init(
        _ schema: JSONValue,
        dialect: Dialect? = nil,
        resources: [String: JSONValue] = [:],
        limits: SchemaLimits = SchemaLimits(),
        assertsFormats: Bool = false
    ) throws(SchemaError) {
        var compiler = SchemaCompiler(resources: resources, limits: limits, assertsFormats: assertsFormats)
        root = try compiler.compileDocument(schema, dialect: dialect)
        graph = compiler.finished()
        self.limits = limits
    }

    private init(graph: SchemaGraph, root: Int, limits: SchemaLimits) {
        self.graph = graph
        self.root = root
        self.limits = limits
    }

    /// Everything wrong with an instance, in the order it was met; empty when it is valid.
    package func validate(_ instance: JSONValue) -> [SchemaViolation] {
        var evaluation = Evaluation(graph: graph, limits: limits, collecting: true)
        return evaluation.run(root, instance)
    }

    /// Whether nothing is wrong; faster than `validate(_:)`, because it stops at the first violation and words none.
    ///
    /// A validation that had to stop unfinished counts as invalid.
    package func isValid(_ instance: JSONValue) -> Bool {
        var evaluation = Evaluation(graph: graph, limits: limits, collecting: false)
        return evaluation.run(root, instance).isEmpty
    }

    /// A subschema of the same document as a schema of its own; nothing is compiled again.
    ///
    /// - Parameter pointer: For example `/$defs/Tool`.
    /// - Returns: A schema that shares everything with this one.
    /// - Throws: `SchemaError.noSchema` when nothing was compiled there.
    package func definition(at pointer: JSONPointer) throws(SchemaError) -> JSONSchema {
        guard let node = graph.mainLocations[pointer] else {
            throw .noSchema(at: SchemaLocation(document: "", pointer: pointer))
        }
        return JSONSchema(graph: graph, root: node, limits: limits)
    }

    /// The definition of a name under `$defs`, or under `definitions`; nil when neither has it.
    package func definition(named name: String) -> JSONSchema? {
        for container in ["$defs", "definitions"] {
            let pointer = JSONPointer(tokens: [container, name])
            if let node = graph.mainLocations[pointer] {
                return JSONSchema(graph: graph, root: node, limits: limits)
            }
        }
        return nil
    }
}
