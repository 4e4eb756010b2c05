/// Knows no ping.
struct RefusedPing: Fault {
    static let form = FaultForm(
        "ping-error",
        .handshake,
        "refuses ping as an unknown method",
        breaks: "Until 2025-11-25, ping is answered with an empty result."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.response(to: "ping")?.refused(-32601, "Method not found: ping") ?? .pass
    }
}
