import JSON

extension ToolFacts {
    /// A tool, or just its name.
    static let form = Form<ToolFacts>.object(
        "Tool",
        "What is known of one tool.",
        blank: ToolFacts(""),
        [
            .required("name", { $1(&$0.name) }, .text, "what a call names"),
            .optional("description", { $1(&$0.summary) }, .text, "what it does, in our own words"),
            .optional(
                "required",
                { $1(&$0.required) },
                .list(.text),
                "arguments that a call must give; leave it out if unknown"
            ),
            .optional(
                "optional",
                { $1(&$0.optional) },
                .list(.text),
                "arguments that a call may give; leave it out if unknown"
            ),
            .optional(
                "readOnly",
                { $1(&$0.isReadOnly) },
                .truth,
                "whether it changes nothing; leave it out if unknown"
            ),
            .optional("toolset", { $1(&$0.toolset) }, .text, "the toolset that switches it on and off"),
            .defaulted("scopes", { $1(&$0.scopes) }, .list(.text), to: [], "what the credential must be allowed to do"),
            .optional(
                "via",
                { $1(&$0.via) },
                .text,
                "the generic tool through which alone it is called; no list shows it"
            ),
        ]
    )
    .orShort(["type": "string", "minLength": 1]) { value in
        value.stringValue.flatMap { $0.isEmpty ? nil : ToolFacts($0) }
    } write: { tool in
        guard tool == ToolFacts(tool.name) else { return nil }
        return .string(tool.name)
    }
}
