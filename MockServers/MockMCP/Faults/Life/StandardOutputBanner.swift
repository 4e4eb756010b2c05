/// Greets on the stream that belongs to messages.
struct StandardOutputBanner: Fault {
    static let form = FaultForm(
        "stdout-banner",
        .life,
        "prints lines of prose on stdout before the first message",
        breaks: "A server writes nothing to stdout that is not a message.",
        over: .only(.stdio, .memory, because: "messages do not travel on standard output there"),
        FaultParameter("text", .text, "Server running on stdio", "what it prints"),
        FaultParameter("lines", .count, "1", "how many lines of it")
    )

    private let line: [UInt8]
    private let lines: Int

    init(_ arguments: FaultArguments) {
        line = Array((arguments.text("text") + "\n").utf8)
        lines = arguments.count("lines")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .started = event else { return .pass }
        return .instead([Emission(.fill(line, times: lines, to: .standardOutput))])
    }
}
