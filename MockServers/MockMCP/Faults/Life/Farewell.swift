/// Says goodbye on the stream that belongs to messages.
struct Farewell: Fault {
    static let form = FaultForm(
        "farewell",
        .life,
        "prints a line of prose on stdout when stdin is closed",
        breaks: "A server writes nothing to stdout that is not a message.",
        over: .only(.stdio, .memory, because: "no input ends there"),
        FaultParameter("text", .text, "bye", "what it prints")
    )

    private let line: [UInt8]

    init(_ arguments: FaultArguments) {
        line = Array((arguments.text("text") + "\n").utf8)
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .inputClosed = event else { return .pass }
        return .instead([Emission(.write(line, to: .standardOutput)), Emission(.exit(.code(0)))])
    }
}
