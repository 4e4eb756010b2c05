import JSON

/// Never finishes an answer.
struct EndlessStream: Fault {
    static let form = FaultForm(
        "http-endless-stream",
        .http,
        "answers with an event stream that never ends",
        breaks: "The stream of a request ends after the answer.",
        over: .only(.http, because: "there is no HTTP"),
        FaultParameter("answers", .text, "yes", "no keeps the answer back as well")
    )

    private let answers: Bool

    init(_ arguments: FaultArguments) {
        answers = arguments.text("answers") != "no"
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response() else { return .pass }
        let delay = answer.emission.delay
        return .instead(
            [Emission(.http(.eventStream), after: delay)] + (answers ? [answer.emission] : [])
                + [Emission(.http(.hold), after: delay)]
        )
    }
}
