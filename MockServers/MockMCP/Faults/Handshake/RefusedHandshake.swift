import JSON

/// Refuses the handshake that it should keep.
struct RefusedHandshake: Fault {
    static let form = FaultForm(
        "initialize-error",
        .handshake,
        "answers initialize with an error, as some servers do without their settings",
        breaks: "A server answers initialize with what it is and what it can do.",
        FaultParameter("code", .integer, "-32603", "the error's code"),
        FaultParameter("message", .text, "Internal error: missing API key", "the error's message")
    )

    private let code: Int
    private let message: String

    init(_ arguments: FaultArguments) {
        code = arguments.count("code")
        message = arguments.text("message")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response(to: "initialize") else { return .pass }
        return answer.refused(code, message)
    }
}
