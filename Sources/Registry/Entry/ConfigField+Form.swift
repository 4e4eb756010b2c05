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
            .defaulted("type", \.kind, .choice, to: .string, "what kind of text is valid"),
            .optional("description", \.summary, .text, "what it is and where a user finds it"),
            .defaulted("required", \.isRequired, .truth, to: false, "whether nothing works without it"),
            .optional("secret", \.secrecy, .truth, "whether it must never be shown; unless said, its name decides"),
            .optional("pattern", \.pattern, .text, "a regular expression that values match; it is not anchored"),
            .optional("choices", \.choices, .list(.anyText, atLeast: 1), "the only values there are"),
            .optional("default", \.usual, .json, "what the server takes when nothing is configured"),
            .optional("docs", \.docs, .address, "where the vendor explains it"),
        ]
    )
}
