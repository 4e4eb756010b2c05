import JSON

/// Does not say what it can do.
struct MissingCapabilities: Fault {
    static let form = FaultForm(
        "missing-capabilities",
        .handshake,
        "leaves capabilities out of the handshake",
        breaks: "A server declares its capabilities, if only {}."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "initialize", "server/discover") else { return .pass }
        answer.result["capabilities"] = nil
        return answer.sent
    }
}
