/// Ends before it has answered anything, as a server does that lacks a setting.
struct ExitAtStart: Fault {
    static let form = FaultForm(
        "exit-at-start",
        .life,
        "ends at once, with a code and a word on stderr",
        breaks: "A server lives until its client closes stdin.",
        FaultParameter("code", .integer, "1", "exit code"),
        FaultParameter("stderr", .text, "error: required setting is missing", "what it says on stderr"),
        FaultParameter("after", .duration, "0ms", "how long it lives")
    )

    private let arguments: FaultArguments

    init(_ arguments: FaultArguments) {
        self.arguments = arguments
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        switch event {
        case .started:
            let code = Int32(truncatingIfNeeded: arguments.count("code"))
            return .instead([
                Emission(.write(Array((arguments.text("stderr") + "\n").utf8), to: .standardError)),
                Emission(.exit(.code(code)), after: arguments.duration("after")),
            ])
        case .received: return .instead([])
        case .opening, .sending, .inputClosed, .terminated: return .pass
        }
    }
}
