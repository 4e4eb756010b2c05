/// Prints a line among its messages that is none.
struct GarbageLine: Fault {
    static let form = FaultForm(
        "garbage-line",
        .bytes,
        "prints a line that is no JSON before a message",
        breaks: "A server writes nothing to stdout that is not a message.",
        FaultParameter("text", .text, "DEBUG connected to database", "the line"),
        FaultParameter("times", .count, "1", "before how many messages")
    )

    private let line: [UInt8]

    init(_ arguments: FaultArguments) {
        line = Array((arguments.text("text") + "\n").utf8)
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let emission = event.sent else { return .pass }
        return .instead([Emission(.write(line, to: .standardOutput), after: emission.delay), emission])
    }
}
