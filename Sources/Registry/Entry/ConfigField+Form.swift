import JSON

extension ConfigField {
    /// The fields by their names.
    static let forms = Form<[ConfigField]>.named(
        form,
        by: \ConfigField.name,
        pattern: Spelling.variablePattern,
        Spelling.isVariable
    )

    private static let form = Form<ConfigField>.object(
        "ConfigField",
        "One value that a user configures; servers get it as an environment variable.",
        blank: ConfigField(""),
        [
            .defaulted("type", { $1(&$0.kind) }, .choice, to: .string, "what kind of text is valid"),
            .optional("description", { $1(&$0.summary) }, .text, "what it is and where a user finds it"),
            .defaulted("required", { $1(&$0.isRequired) }, .truth, to: false, "whether nothing works without it"),
            .optional(
                "secret",
                { $1(&$0.secrecy) },
                .truth,
                "whether it must never be shown; unless said, its name decides"
            ),
            .optional(
                "pattern",
                { $1(&$0.pattern) },
                .text,
                "a regular expression that values match; it is not anchored"
            ),
            .optional("choices", { $1(&$0.choices) }, .list(.anyText, atLeast: 1), "the only values there are"),
            .optional("default", { $1(&$0.usual) }, .json, "what the server takes when nothing is configured"),
            .optional("docs", { $1(&$0.docs) }, .address, "where the vendor explains it"),
        ]
    )
}
