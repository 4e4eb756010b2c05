import JSON

/// Reads, and does nothing: to everything, or to one method.
struct Stall: Fault {
    static let form = FaultForm(
        "stall",
        .life,
        "never answers: anything at all, or only requests with one method",
        breaks: "Every request gets a response.",
        FaultParameter("method", .text, nil, "the requests that get none; every one when not given")
    )

    private let method: String?

    init(_ arguments: FaultArguments) {
        method = arguments.optional("method")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(let message) = event else { return .pass }
        guard let method else { return .instead([]) }
        return message["method"]?.stringValue == method ? .instead([]) : .pass
    }
}
