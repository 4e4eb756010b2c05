import JSON

extension AuthSignature {
    static let form = Form<AuthSignature>.object(
        "AuthSignature",
        "How to recognise what an answer or an exit means: all that is given must hold, the first that holds decides.",
        blank: AuthSignature(.ok),
        [
            .required("outcome", { $1(&$0.outcome) }, .choice, "what it means"),
            .optional("when", { $1(&$0.when) }, .choice, "the only step of the contact at which it applies"),
            .optional("httpStatus", { $1(&$0.httpStatus) }, .integer(100...599), "the status of an HTTP answer"),
            .optional(
                "jsonrpcCode",
                { $1(&$0.jsonrpcCode) },
                .integer(-99_999...99_999),
                "the code of a JSON-RPC error"
            ),
            .optional("exitCode", { $1(&$0.exitCode) }, .integer(0...255), "the status with which the process ended"),
            .optional("isError", { $1(&$0.isError) }, .truth, "whether the tool's result says that it is an error"),
            .defaulted("body", { $1(&$0.body) }, .oneOrMore(BodyTest.form), to: [], "what must be so in what was said"),
            .optional("challenge", { $1(&$0.challenge) }, .text, "a text that must occur in WWW-Authenticate"),
        ]
    ) { signature, faults in
        guard AuthSignature(signature.outcome, when: signature.when) == signature else { return }
        faults.add("matches everything", fix: "give httpStatus, jsonrpcCode, exitCode, isError, body or challenge")
    }
}
