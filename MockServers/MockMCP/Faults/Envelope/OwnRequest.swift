import JSON

/// Asks its client for something, whether or not it may.
struct OwnRequest: Fault {
    static let form = FaultForm(
        "server-request",
        .envelope,
        "sends a request of its own before a response",
        breaks: "A server asks only for what its client declared; from 2026-07-28 on it sends no requests at all.",
        FaultParameter("request", .text, "roots/list", "which request"),
        FaultParameter("method", .text, "tools/call", "only messages about this method")
    )

    private let method: String
    private var sent = 0

    init(_ arguments: FaultArguments) {
        method = arguments.text("request")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response() else { return .pass }
        sent += 1
        let own = ServerRequest.message(method, id: "own-\(sent)")
        return .instead([Emission(.message(own), after: answer.emission.delay), answer.emission])
    }
}
