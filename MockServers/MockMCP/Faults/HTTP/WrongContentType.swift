import JSON

/// Calls its messages something else.
struct WrongContentType: Fault {
    static let form = FaultForm(
        "http-content-type",
        .http,
        "says that its answers are of another type",
        breaks: "A response to a message is application/json or text/event-stream.",
        over: .only(.http, because: "there is no HTTP"),
        FaultParameter("type", .text, "text/html", "what it says; none leaves the field out")
    )

    private let type: String

    init(_ arguments: FaultArguments) {
        let written = arguments.text("type")
        type = written == "none" ? "" : written
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .opening = event else { return .pass }
        return .instead([Emission(.http(.contentType(type)))])
    }
}
