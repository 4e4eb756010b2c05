/// Dies in the middle of a message.
struct Crash: Fault {
    static let form = FaultForm(
        "crash",
        .bytes,
        "writes so many bytes to stdout, and dies",
        breaks: "Every request gets a response, and a line is written whole.",
        FaultParameter("byte", .count, "1", "how many bytes still leave"),
        FaultParameter("signal", .integer, "11", "the signal it dies of; 0 to exit with a code"),
        FaultParameter("code", .integer, "1", "the exit code when there is no signal")
    )

    private var cut: OutputCut
    private let end: MockExit

    init(_ arguments: FaultArguments) {
        cut = OutputCut(after: arguments.count("byte"))
        let signal = Int32(truncatingIfNeeded: arguments.count("signal"))
        end = signal > 0 ? .signal(signal) : .code(Int32(truncatingIfNeeded: arguments.count("code")))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        cut.meet(event, then: .exit(end))
    }
}
