import JSON

/// Breaks the connection off.
struct ResetConnection: Fault {
    static let form = FaultForm(
        "reset",
        .http,
        "resets the connection (RST) when a request has come in, without an answer",
        breaks: "Every request gets a response.",
        over: .only(.http, because: "there is no HTTP")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.cut(isReset: true)
    }
}
