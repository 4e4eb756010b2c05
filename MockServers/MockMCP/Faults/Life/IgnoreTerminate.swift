/// Does not listen to the polite signal.
struct IgnoreTerminate: Fault {
    static let form = FaultForm(
        "ignore-sigterm",
        .life,
        "lives on after SIGTERM, so that only SIGKILL ends it",
        breaks: "A process ends when it gets SIGTERM.",
        over: .only(.stdio, .http, because: "there is no process to signal")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .terminated = event else { return .pass }
        return .instead([])
    }
}
