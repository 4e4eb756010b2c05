package import JSON

/// Hints of a tool about itself; untrusted, with the specification's defaults where a hint is absent.
package struct ToolAnnotations: Sendable, Hashable {
    /// A name for people, older than the tool's own `title`; nil when absent.
    package var title: String?
    /// Nil means the default, false.
    package var readOnlyHint: Bool?
    /// Nil means the default, true; without meaning for a read-only tool.
    package var destructiveHint: Bool?
    /// Nil means the default, false; without meaning for a read-only tool.
    package var idempotentHint: Bool?
    /// Nil means the default, true.
    package var openWorldHint: Bool?

    /// Builds hints; nil leaves a hint out.
    package init(
        title: String? = nil,
        readOnlyHint: Bool? = nil,
        destructiveHint: Bool? = nil,
        idempotentHint: Bool? = nil,
        openWorldHint: Bool? = nil
    ) {
        self.title = title
        self.readOnlyHint = readOnlyHint
        self.destructiveHint = destructiveHint
        self.idempotentHint = idempotentHint
        self.openWorldHint = openWorldHint
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        title = try reader.optional("title", .string)
        readOnlyHint = try reader.optional("readOnlyHint", .boolean)
        destructiveHint = try reader.optional("destructiveHint", .boolean)
        idempotentHint = try reader.optional("idempotentHint", .boolean)
        openWorldHint = try reader.optional("openWorldHint", .boolean)
    }

    /// Whether the tool says that it changes nothing; false unless it says so.
    package var isReadOnly: Bool { readOnlyHint ?? false }

    /// Whether a call may destroy something; true unless the tool says otherwise or is read-only.
    package var mayDestroy: Bool { !isReadOnly && (destructiveHint ?? true) }

    /// Whether a repeated call changes nothing more; a read-only tool always is.
    package var isIdempotent: Bool { isReadOnly || (idempotentHint ?? false) }

    /// Whether the tool reaches beyond its own closed world; true unless it says otherwise.
    package var isOpenWorld: Bool { openWorldHint ?? true }

    /// The hints that were given, as they stand in a message.
    package var json: JSONValue {
        var object: JSONObject = [:]
        object["title"] = title.map { .string($0) }
        object["readOnlyHint"] = readOnlyHint.map { .bool($0) }
        object["destructiveHint"] = destructiveHint.map { .bool($0) }
        object["idempotentHint"] = idempotentHint.map { .bool($0) }
        object["openWorldHint"] = openWorldHint.map { .bool($0) }
        return .object(object)
    }
}
