import JSON

/// Has had enough of its clients.
struct ThrottlingResponse: Fault {
    static let form = FaultForm(
        "http-429",
        .http,
        "answers 429 with Retry-After in place of everything",
        breaks: "Nothing: it is how a server behind HTTP asks for patience.",
        over: .only(.http, because: "there is no HTTP"),
        FaultParameter("retry-after", .count, "30", "seconds until it may be asked again"),
        FaultParameter("as", .text, "seconds", "how the time is spelled: seconds, date or none")
    )

    private let refusal: HTTPRefusal

    init(_ arguments: FaultArguments) throws(MockFaultError) {
        let seconds = arguments.count("retry-after")
        var refusal = HTTPRefusal(429, text: "Too Many Requests")
        switch arguments.text("as") {
        case "seconds": refusal.pause = .seconds(seconds)
        case "date": refusal.pause = .date(afterSeconds: seconds)
        case "none": break
        case let other:
            throw MockFaultError(written: arguments.written, message: "as is '\(other)': write seconds, date or none")
        }
        self.refusal = refusal
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.refused(refusal)
    }
}
