import JSON

/// Has tools and does not say so.
struct UndeclaredTools: Fault {
    static let form = FaultForm(
        "undeclared-tools",
        .handshake,
        "answers tools/list without having declared the tools capability",
        breaks: "A server with tools declares the tools capability."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "initialize", "server/discover"),
            var capabilities = answer.result["capabilities"]?.objectValue
        else { return .pass }
        capabilities["tools"] = nil
        answer.result["capabilities"] = .object(capabilities)
        return answer.sent
    }
}
