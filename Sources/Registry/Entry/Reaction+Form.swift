import JSON

extension Reaction {
    static let form = Form<Reaction>.object(
        "Reaction",
        "What a server does when something is wrong, exactly enough to be played by a mock.",
        blank: Reaction(.call, .isError),
        [
            .required("when", { $1(&$0.when) }, .choice, "the step at which it comes"),
            .required("how", { $1(&$0.how) }, .choice, "the form that it takes"),
            .defaulted("tools", { $1(&$0.tools) }, .list(.text), to: [], "the only tools for which it is so"),
            .optional("exitCode", { $1(&$0.exitCode) }, .integer(0...255), "the status with which the process ends"),
            .optional("code", { $1(&$0.code) }, .integer(-99_999...99_999), "the JSON-RPC code"),
            .optional("status", { $1(&$0.status) }, .integer(100...599), "the HTTP status"),
            .defaulted("headers", { $1(&$0.headers) }, .fields, to: [:], "header fields of the HTTP answer"),
            .optional("text", { $1(&$0.text) }, .anyText, "what is said; ${tool} is the tool's name"),
            .optional("body", { $1(&$0.body) }, .json, "what is said as JSON"),
            .optional("listing", { $1(&$0.listing) }, .choice, "what a list of tools shows meanwhile"),
            .optional("note", { $1(&$0.note) }, .text, "what else is remarkable"),
        ]
    )
}
