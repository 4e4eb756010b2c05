import JSON

extension VendorFacts {
    static let form = Form<VendorFacts>.object(
        "Vendor",
        "The product's own API, as far as proving a credential needs it.",
        blank: VendorFacts(base: ""),
        [
            .required("base", \.base, .address, "the address that all paths follow"),
            .defaulted("alternateBases", \.alternateBases, .list(.address), to: [], "further addresses"),
            .optional("credentialCheck", \.credentialCheck, VendorCall.form, "the request that proves a credential"),
            .optional("success", \.success, VendorAnswer.form, "what a good credential gets"),
            .optional("missing", \.missing, VendorAnswer.form, "what no credential gets"),
            .optional("unauthorized", \.unauthorized, VendorAnswer.form, "what a wrong credential gets"),
            .optional("expired", \.expired, VendorAnswer.form, "what an old credential gets"),
            .optional("forbidden", \.forbidden, VendorAnswer.form, "what a credential without the right gets"),
            .optional("rateLimited", \.rateLimited, VendorAnswer.form, "what too many calls get"),
            .optional("unavailable", \.unavailable, VendorAnswer.form, "what a call gets when the vendor fails"),
            .optional("refreshFailure", \.refreshFailure, VendorAnswer.form, "what a refused refresh token gets"),
            .optional("retryAfter", \.retryAfter, RetryAfter.form, "where it says how long to wait"),
            .defaulted(
                "rateLimitHeaders",
                \.rateLimitHeaders,
                .list(.text),
                to: [],
                "header fields that tell how much is left"
            ),
            .optional("note", \.note, .text, "what else is remarkable"),
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
                \.method,
                .text("GET, POST or another method in capitals", pattern: "^[A-Z]+$") { text in
                    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
                },
                to: "GET",
                "the method"
            ),
            .required("path", \.path, .text, "what follows the base, or a whole address where it is elsewhere"),
            .defaulted("headers", \.headers, .fields, to: [:], "header fields; ${NAME} is a configured value"),
            .optional("body", \.body, .json, "what is sent"),
        ]
    )
}

extension VendorAnswer {
    fileprivate static let form = Form<VendorAnswer>.object(
        "VendorAnswer",
        "One HTTP answer of a vendor.",
        blank: VendorAnswer(0),
        [
            .required("status", \.status, .integer(100...599), "the HTTP status"),
            .defaulted("headers", \.headers, .fields, to: [:], "header fields that matter"),
            .optional("body", \.body, .json, "what is said: a text as it is, everything else as JSON"),
            .optional("note", \.note, .text, "what else is remarkable"),
        ]
    )
}

extension RetryAfter {
    fileprivate static let form = Form<RetryAfter>.object(
        "RetryAfter",
        "Where a vendor says how long to wait.",
        blank: RetryAfter(notation: .seconds),
        [
            .optional("header", \.header, .text, "the header field"),
            .optional("path", \.path, .pointer, "the place in the body"),
            .required("notation", \.notation, .choice, "how the time is spelled"),
        ]
    ) { value, faults in
        if (value.header == nil) == (value.path == nil) {
            faults.add("names no place or two", fix: "give either header or path")
        }
    }
}
