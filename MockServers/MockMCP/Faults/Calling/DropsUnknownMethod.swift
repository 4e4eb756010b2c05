import JSON

/// Says nothing to what it does not know.
struct DropsUnknownMethod: Fault {
    static let form = FaultForm(
        "drops-unknown-method",
        .calling,
        "never answers methods that do not exist",
        breaks: "Every request gets a response, if only an error."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response(), answer.error?["code"] == -32601,
            answer.request.method != "server/discover"
        else { return .pass }
        return .instead([])
    }
}
