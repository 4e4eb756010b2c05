import JSON

/// Hangs up on a request.
struct ClosedConnection: Fault {
    static let form = FaultForm(
        "close",
        .http,
        "closes the connection when a request has come in, without an answer",
        breaks: "Every request gets a response.",
        over: .only(.http, because: "there is no HTTP")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.cut(isReset: false)
    }
}
