import JSON

/// Prints a text among the messages, once a tool is called, as some servers do while they log in.
struct StrayOutput: Fault {
    static let form = FaultForm(
        "entry-stray-output",
        .bytes,
        "prints what a registry entry says that its server prints beside its messages",
        breaks: "A server writes nothing to stdout that is not a message."
    )

    private let line: [UInt8]
    private var isDone = false

    init(text: String) {
        line = Array((text + "\n").utf8)
    }

    init(_ arguments: FaultArguments) {
        line = []
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        // What a server prints stays with it where messages travel elsewhere.
        guard context.transport != .http, !isDone, let response = event.response(to: "tools/call") else { return .pass }
        isDone = true
        return .instead([Emission(.write(line, to: .standardOutput)), response.emission])
    }
}
