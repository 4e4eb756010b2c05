import JSON

/// Speaks the stateless era and refuses to say so.
struct RefusedDiscovery: Fault {
    static let form = FaultForm(
        "discover-error",
        .handshake,
        "answers server/discover with an error",
        breaks: "From 2026-07-28 on, every server answers server/discover.",
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
        guard let answer = event.response(to: "server/discover") else { return .pass }
        return answer.refused(code, message)
    }
}
