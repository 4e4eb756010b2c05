import JSON

extension Provenance {
    static let form = Form<Provenance>.object(
        "Provenance",
        "Where facts come from and how sure they are.",
        blank: Provenance(.inferred, sources: []),
        [
            .required("confidence", \.confidence, .choice, "how the facts were found out"),
            .required("sources", \.sources, .list(.text, atLeast: 1), "repositories, pages and runs"),
            .optional("note", \.note, .text, "what remains open"),
        ]
    )
}
