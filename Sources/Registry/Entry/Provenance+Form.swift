import JSON

extension Provenance {
    static let form = Form<Provenance>.object(
        "Provenance",
        "Where facts come from and how sure they are.",
        blank: Provenance(.inferred, sources: []),
        [
            .required("confidence", { $1(&$0.confidence) }, .choice, "how the facts were found out"),
            .required("sources", { $1(&$0.sources) }, .list(.text, atLeast: 1), "repositories, pages and runs"),
            .optional("note", { $1(&$0.note) }, .text, "what remains open"),
        ]
    )
}
