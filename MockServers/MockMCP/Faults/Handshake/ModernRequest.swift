import JSON

/// Asks its client for something in an era in which servers do not ask.
struct ModernRequest: Fault {
    static let form = FaultForm(
        "modern-request", .handshake, "sends a request of its own before a response in the stateless era",
        breaks: "From 2026-07-28 on, a server sends no requests.",
        FaultParameter("request", .text, "roots/list", "which request"),
        FaultParameter("method", .text, "tools/list", "only messages about this method")
    )

    private let request: String
    private var sent = 0

    init(_ arguments: FaultArguments) {
        request = arguments.text("request")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response(), answer.request.isModern else { return .pass }
        sent += 1
        let own = ServerRequest.message(self.request, id: "own-\(sent)")
        return .instead([Emission(.message(own), after: answer.emission.delay), answer.emission])
    }
}
