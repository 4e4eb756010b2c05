/// Leaves a line empty after each message.
struct BlankLines: Fault {
    static let form = FaultForm(
        "blank-lines",
        .bytes,
        "writes an empty line after each message",
        breaks: "A server writes nothing to stdout that is not a message.",
        over: .only(.stdio, .memory, because: "line ends mean nothing in a body")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let emission = event.sent else { return .pass }
        return .instead([emission, Emission(.write([0x0A], to: .standardOutput), after: emission.delay)])
    }
}
