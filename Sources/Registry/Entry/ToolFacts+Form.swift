import JSON

extension ToolFacts {
    /// A tool, or just its name.
    static let form = Form<ToolFacts>.object(
        "Tool",
        "What is known of one tool.",
        blank: ToolFacts(""),
        [
            .required("name", \.name, .text, "what a call names"),
            .optional("description", \.summary, .text, "what it does, in our own words"),
            .optional("required", \.required, .list(.text), "arguments that a call must give; leave it out if unknown"),
            .optional("optional", \.optional, .list(.text), "arguments that a call may give; leave it out if unknown"),
            .optional("readOnly", \.isReadOnly, .truth, "whether it changes nothing; leave it out if unknown"),
            .optional("toolset", \.toolset, .text, "the toolset that switches it on and off"),
            .defaulted("scopes", \.scopes, .list(.text), to: [], "what the credential must be allowed to do"),
            .optional("via", \.via, .text, "the generic tool through which alone it is called; no list shows it"),
        ]
    )
    .orShort(["type": "string", "minLength": 1]) { value in
        value.stringValue.flatMap { $0.isEmpty ? nil : ToolFacts($0) }
    } write: { tool in
        guard tool == ToolFacts(tool.name) else { return nil }
        return .string(tool.name)
    }
}
