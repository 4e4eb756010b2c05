import JSON

/// Asks its client for something before the client has said that it is ready.
struct EarlyRequest: Fault {
    static let form = FaultForm(
        "early-request",
        .handshake,
        "sends a request right behind its answer to initialize",
        breaks: "Before notifications/initialized, a server sends no request but ping.",
        FaultParameter(
            "request",
            .text,
            nil,
            "which request; when not given, one the client has declared, or roots/list"
        )
    )

    private static let known: [(capability: String, method: String)] = [
        ("roots", "roots/list"), ("sampling", "sampling/createMessage"), ("elicitation", "elicitation/create"),
    ]

    private let request: String?

    init(_ arguments: FaultArguments) {
        request = arguments.optional("request")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response(to: "initialize") else { return .pass }
        let declared = Self.known.first { context.clientCapabilities[$0.capability] != nil }
        let method = request ?? declared?.method ?? "roots/list"
        return .instead([
            answer.emission,
            Emission(.message(ServerRequest.message(method, id: "early-1")), after: answer.emission.delay),
        ])
    }
}
