package import JSON

/// What an OpenAPI document makes: the tools, what has to be configured, and what of the document is not in it.
package struct DocumentReport: Sendable, Hashable {
    /// One operation that is offered as a tool.
    package struct Operation: Sendable, Hashable {
        /// The tool's name.
        package var tool: String
        /// What the document says of it.
        package var summary: String?
        /// Whether it changes nothing.
        package var isReadOnly: Bool
        /// Whether calling it without arguments would prove the credential.
        package var isProof: Bool

        /// An operation that proves nothing unless that is set.
        package init(tool: String, summary: String?, isReadOnly: Bool, isProof: Bool = false) {
            self.tool = tool
            self.summary = summary
            self.isReadOnly = isReadOnly
            self.isProof = isProof
        }
    }

    /// For people: as it was asked for, or the title of the document.
    package var name: String
    /// What the document says that the API is for.
    package var summary: String?
    /// Where calls go.
    package var base: String
    /// Variables without which nothing works.
    package var wanted: [String]
    /// In the order of the document.
    package var operations: [Operation]
    /// The operation that would prove the credential best; nil where none would.
    package var probe: String?
    /// Operations that are not taken, and why.
    package var skipped: [String]
    /// What is not quite as in the document.
    package var notes: [String]
    /// The integration that was added; nil when it was only to be told what would come of it.
    package var integration: IntegrationReport?

    /// What a document makes, without an integration.
    package init(
        name: String,
        summary: String?,
        base: String,
        wanted: [String],
        operations: [Operation],
        probe: String?,
        skipped: [String],
        notes: [String]
    ) {
        self.name = name
        self.summary = summary
        self.base = base
        self.wanted = wanted
        self.operations = operations
        self.probe = probe
        self.skipped = skipped
        self.notes = notes
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "name": .string(name), "description": JSONValue(summary), "base": .string(base),
            "wanted": JSONValue(texts: wanted),
            "operations": .array(
                operations.map { one in
                    [
                        "tool": .string(one.tool), "description": JSONValue(one.summary),
                        "readOnly": .bool(one.isReadOnly), "proof": .bool(one.isProof),
                    ]
                }
            ),
            "probe": JSONValue(probe), "skipped": JSONValue(texts: skipped), "notes": JSONValue(texts: notes),
            "integration": integration?.json ?? .null,
        ]
    }
}
