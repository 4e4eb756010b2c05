/// Stays when its client has gone.
struct IgnoreInputClose: Fault {
    static let form = FaultForm(
        "ignore-stdin-close",
        .life,
        "lives on after stdin is closed, until a signal ends it",
        breaks: "A server exits promptly when its stdin is closed.",
        over: .only(.stdio, .memory, because: "no input ends there")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .inputClosed = event else { return .pass }
        return .instead([])
    }
}
