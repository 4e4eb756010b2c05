import JSON

/// Speaks another JSON-RPC, or says so.
struct WrongVersion: Fault {
    static let form = FaultForm(
        "wrong-jsonrpc",
        .envelope,
        "gives another JSON-RPC version than 2.0",
        breaks: "Every message says \"jsonrpc\": \"2.0\".",
        FaultParameter("version", .text, "1.0", "what it says; empty leaves the member out")
    )

    private let version: String

    init(_ arguments: FaultArguments) {
        version = arguments.text("version")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let (emission, sent) = event.sentMessage else { return .pass }
        var message = sent
        message["jsonrpc"] = version.isEmpty ? nil : .string(version)
        return .send(emission, message)
    }
}
