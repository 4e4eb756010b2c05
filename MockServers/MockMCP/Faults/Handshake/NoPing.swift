import JSON

/// Does not answer when asked whether it is there.
struct NoPing: Fault {
    static let form = FaultForm(
        "no-ping",
        .handshake,
        "never answers ping",
        breaks: "Until 2025-11-25, ping is answered promptly with an empty result."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(let message) = event, message["method"] == "ping" else { return .pass }
        return .instead([])
    }
}
