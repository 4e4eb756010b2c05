/// Ends when it should, and not as it should.
struct UncleanExit: Fault {
    static let form = FaultForm(
        "unclean-exit",
        .life,
        "ends with a stack trace and another code than 0 when stdin is closed",
        breaks: "The end of stdin is the ordinary end of a server, and no failure.",
        over: .only(.stdio, .memory, because: "no input ends there"),
        FaultParameter("code", .integer, "1", "exit code")
    )

    private let code: Int32

    init(_ arguments: FaultArguments) {
        code = Int32(truncatingIfNeeded: arguments.count("code"))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .inputClosed = event else { return .pass }
        let trace = "Traceback (most recent call last):\n  in serve\nEOFError: end of input\n"
        return .instead([
            Emission(.write(Array(trace.utf8), to: .standardError)), Emission(.exit(.code(code))),
        ])
    }
}
