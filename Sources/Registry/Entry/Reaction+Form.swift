import JSON

extension Reaction {
    static let form = Form<Reaction>.object(
        "Reaction",
        "What a server does when something is wrong, exactly enough to be played by a mock.",
        blank: Reaction(.call, .isError),
        [
            .required("when", \.when, .choice, "the step at which it comes"),
            .required("how", \.how, .choice, "the form that it takes"),
            .defaulted("tools", \.tools, .list(.text), to: [], "the only tools for which it is so"),
            .optional("exitCode", \.exitCode, .integer(0...255), "the status with which the process ends"),
            .optional("code", \.code, .integer(-99_999...99_999), "the JSON-RPC code"),
            .optional("status", \.status, .integer(100...599), "the HTTP status"),
            .defaulted("headers", \.headers, .fields, to: [:], "header fields of the HTTP answer"),
            .optional("text", \.text, .anyText, "what is said; ${tool} is the tool's name"),
            .optional("body", \.body, .json, "what is said as JSON"),
            .optional("listing", \.listing, .choice, "what a list of tools shows meanwhile"),
            .optional("note", \.note, .text, "what else is remarkable"),
        ]
    )
}
