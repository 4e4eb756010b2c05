import JSON

/// Sends its clients elsewhere.
struct Redirection: Fault {
    static let form = FaultForm(
        "http-redirect",
        .http,
        "answers with a redirect in place of everything",
        breaks: "An endpoint is where it says it is.",
        over: .only(.http, because: "there is no HTTP"),
        FaultParameter("to", .text, "https://elsewhere.invalid/mcp", "where to; a path stays on this server"),
        FaultParameter("status", .count, "307", "301, 302, 303, 307 or 308")
    )

    private let refusal: HTTPRefusal

    init(_ arguments: FaultArguments) throws(MockFaultError) {
        let status = arguments.count("status")
        guard [301, 302, 303, 307, 308].contains(status) else {
            throw MockFaultError(
                written: arguments.written,
                message: "status is \(status): write 301, 302, 303, 307 or 308"
            )
        }
        refusal = HTTPRefusal(status, headers: ["Location": arguments.text("to")])
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.refused(refusal)
    }
}
