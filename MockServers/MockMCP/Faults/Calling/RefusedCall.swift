import JSON

/// Fails each call in the way that a broken backend would make it fail.
struct RefusedCall: Fault {
    static let form = FaultForm(
        "call-error",
        .calling,
        "answers every call with an error",
        breaks: "A valid call of a listed tool gets a result.",
        FaultParameter("code", .integer, "-32603", "the error's code"),
        FaultParameter("message", .text, "Internal error", "the error's message")
    )

    private let code: Int
    private let message: String

    init(_ arguments: FaultArguments) {
        code = arguments.count("code")
        message = arguments.text("message")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response(to: "tools/call") else { return .pass }
        return answer.refused(code, message)
    }
}
