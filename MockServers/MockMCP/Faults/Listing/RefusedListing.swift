import JSON

/// Declares tools and refuses to list them.
struct RefusedListing: Fault {
    static let form = FaultForm(
        "list-error",
        .listing,
        "answers tools/list with an error",
        breaks: "A server that declares tools lists them.",
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
        guard let answer = event.response(to: "tools/list") else { return .pass }
        return answer.refused(code, message)
    }
}
