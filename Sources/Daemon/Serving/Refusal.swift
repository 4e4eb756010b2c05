import DaemonAPI
import HTTPTypes

/// Why a request is refused before any service has seen it, with the fields that the answer needs.
struct Refusal: Error {
    let problem: Problem
    var fields: HTTPFields = [:]

    init(_ problem: Problem, fields: HTTPFields = [:]) {
        self.problem = problem
        self.fields = fields
    }

    init(_ fault: RouteFault) {
        problem = fault.problem
        if case .method(let allowed) = fault { fields[.allow] = allowed.joined(separator: ", ") }
    }

    static func tooMany(pause: Int) -> Refusal {
        var fields = HTTPFields()
        fields[RequestName.retryAfter] = String(pause)
        return Refusal(
            Problem(429, "too_many_requests", "there were too many requests of late", fix: "wait \(pause) s"),
            fields: fields
        )
    }

    static func badID(_ path: String) -> Refusal {
        let thing = path.hasPrefix("/api/roles") || path.hasPrefix("/mcp/") ? "role" : "integration"
        return Refusal(
            Problem(
                404,
                "unknown_\(thing)",
                "there is no such \(thing): ids have small letters, digits and hyphens",
                fix: "see /api/\(thing)s for those that there are"
            )
        )
    }

    static func unacceptable(_ type: String) -> Refusal {
        Refusal(
            Problem(406, "not_acceptable", "the answer is \(type), which Accept excludes", fix: "accept \(type)")
        )
    }

    static let mediaType = Refusal(
        Problem(
            415,
            "unsupported_media_type",
            "the body is not declared as JSON",
            fix: "send the field Content-Type: application/json, also where there is no body"
        )
    )

    static let formType = Refusal(
        Problem(
            415,
            "unsupported_media_type",
            "the body is not declared as a form",
            fix: "send what the form of /dashboard/plain sends, or ask /api with JSON"
        )
    )

    static let otherPage = Refusal(
        Problem(
            403,
            "foreign_page",
            "the form was not sent by a page of this daemon",
            fix: "open /dashboard/plain and send the form from there, or ask /api with JSON"
        )
    )

    static func tooLarge(limitInBytes: Int) -> Refusal {
        Refusal(
            Problem(
                413,
                "body_too_large",
                "the body is longer than \(limitInBytes) bytes",
                fix: "send less"
            ),
            fields: [.connection: "close"]
        )
    }

    static let tooSlow = Refusal(
        Problem(408, "body_too_slow", "the body did not come in time", fix: "send it faster, or in one piece"),
        fields: [.connection: "close"]
    )
}
