import JSON

extension VendorFacts {
    static let form = Form<VendorFacts>.object(
        "Vendor",
        "The product's own API, as far as proving a credential needs it.",
        blank: VendorFacts(base: ""),
        [
            .required("base", { $1(&$0.base) }, .address, "the address that all paths follow"),
            .defaulted("alternateBases", { $1(&$0.alternateBases) }, .list(.address), to: [], "further addresses"),
            .optional(
                "credentialCheck",
                { $1(&$0.credentialCheck) },
                VendorCall.form,
                "the request that proves a credential"
            ),
            .optional("success", { $1(&$0.success) }, VendorAnswer.form, "what a good credential gets"),
            .optional("missing", { $1(&$0.missing) }, VendorAnswer.form, "what no credential gets"),
            .optional("unauthorized", { $1(&$0.unauthorized) }, VendorAnswer.form, "what a wrong credential gets"),
            .optional("expired", { $1(&$0.expired) }, VendorAnswer.form, "what an old credential gets"),
            .optional(
                "forbidden",
                { $1(&$0.forbidden) },
                VendorAnswer.form,
                "what a credential without the right gets"
            ),
            .optional("rateLimited", { $1(&$0.rateLimited) }, VendorAnswer.form, "what too many calls get"),
            .optional(
                "unavailable",
                { $1(&$0.unavailable) },
                VendorAnswer.form,
                "what a call gets when the vendor fails"
            ),
            .optional(
                "refreshFailure",
                { $1(&$0.refreshFailure) },
                VendorAnswer.form,
                "what a refused refresh token gets"
            ),
            .optional("retryAfter", { $1(&$0.retryAfter) }, RetryAfter.form, "where it says how long to wait"),
            .defaulted(
                "rateLimitHeaders",
                { $1(&$0.rateLimitHeaders) },
                .list(.text),
                to: [],
                "header fields that tell how much is left"
            ),
            .optional("note", { $1(&$0.note) }, .text, "what else is remarkable"),
        ]
    )
}

extension VendorCall {
    fileprivate static let form = Form<VendorCall>.object(
        "VendorCall",
        "One HTTP request to a vendor.",
        blank: VendorCall("GET", ""),
        [
            .defaulted(
                "method",
                { $1(&$0.method) },
                .text("GET, POST or another method in capitals", pattern: "^[A-Z]+$") { text in
                    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
                },
                to: "GET",
                "the method"
            ),
            .required(
                "path",
                { $1(&$0.path) },
                .text,
                "what follows the base, or a whole address where it is elsewhere"
            ),
            .defaulted(
                "headers",
                { $1(&$0.headers) },
                .fields,
                to: [:],
                "header fields; ${NAME} is a configured value"
            ),
            .optional("body", { $1(&$0.body) }, .json, "what is sent"),
        ]
    )
}

extension VendorAnswer {
    fileprivate static let form = Form<VendorAnswer>.object(
        "VendorAnswer",
        "One HTTP answer of a vendor.",
        blank: VendorAnswer(0),
        [
            .required("status", { $1(&$0.status) }, .integer(100...599), "the HTTP status"),
            .defaulted("headers", { $1(&$0.headers) }, .fields, to: [:], "header fields that matter"),
            .optional("body", { $1(&$0.body) }, .json, "what is said: a text as it is, everything else as JSON"),
            .optional("note", { $1(&$0.note) }, .text, "what else is remarkable"),
        ]
    )
}

extension RetryAfter {
    fileprivate static let form = Form<RetryAfter>.object(
        "RetryAfter",
        "Where a vendor says how long to wait.",
        blank: RetryAfter(notation: .seconds),
        [
            .optional("header", { $1(&$0.header) }, .text, "the header field"),
            .optional("path", { $1(&$0.path) }, .pointer, "the place in the body"),
            .required("notation", { $1(&$0.notation) }, .choice, "how the time is spelled"),
        ]
    ) { value, faults in
        if (value.header == nil) == (value.path == nil) {
            faults.add("names no place or two", fix: "give either header or path")
        }
    }
}
