package import JSON

/// What is on the wire in each revision: one description, from which JSON Schema and method tables are derived.
package enum WireSchema {
    /// A self-contained draft 2020-12 document with every shape of a revision in `$defs`; built anew on each call.
    ///
    /// The names in `$defs` are those of the official schemas. The document itself accepts a `JSONRPCMessage`.
    /// The lookups also name shapes of the tasks extension, which only a document with extensions has.
    package static func document(for revision: ProtocolRevision, withExtensions: Bool = false) -> JSONValue {
        let scope = WireScope(revision: revision)
        let all = withExtensions ? definitions + taskExtension : definitions
        let shapes = all.filter { $0.isNamed(in: revision) }.map { ($0.name, scope.schema(of: $0.type)) }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": "#/$defs/JSONRPCMessage",
            "$defs": .object(JSONObject(shapes)),
        ]
    }

    /// Every shape of every revision; a name may come twice with different revisions.
    static let definitions = written + summaries(of: written)

    private static let written = [
        base, envelopes, errors, lifecycle, capabilities, content, tools, resources, prompts, completion, logging,
        sampling, roots, elicitation, forms, tasks, stateless,
    ].flatMap(\.self)

    /// The messages among the definitions, those of extensions included.
    static let messages = (written + taskExtension).filter { $0.method != nil }
}
