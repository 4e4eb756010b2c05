import JSON

/// Writes its messages for people, over several lines.
struct PrettyPrinted: Fault {
    static let form = FaultForm(
        "pretty-printed",
        .bytes,
        "spreads each message over several lines",
        breaks: "A message has no line breaks in it.",
        over: .only(.stdio, .memory, because: "line ends mean nothing in a body")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let (emission, message) = event.sentMessage else { return .pass }
        let text = JSONValue.object(message).text(.pretty) + "\n"
        return .instead([Emission(.write(Array(text.utf8), to: .standardOutput), after: emission.delay)])
    }
}
