import JSON

/// Ends when a certain request arrives, without an answer to it.
struct ExitOn: Fault {
    static let form = FaultForm(
        "exit-on",
        .life,
        "ends when a request with this method arrives",
        breaks: "Every request gets a response; a server does not end because of one.",
        FaultParameter("method", .text, "tools/call", "the request that ends it"),
        FaultParameter("code", .integer, "1", "exit code"),
        FaultParameter("signal", .integer, "0", "dies of this signal instead; 0 for none")
    )

    private let method: String
    private let end: MockExit

    init(_ arguments: FaultArguments) {
        method = arguments.text("method")
        let signal = Int32(truncatingIfNeeded: arguments.count("signal"))
        let code = Int32(truncatingIfNeeded: arguments.count("code"))
        end = signal > 0 ? .signal(signal) : .code(code)
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(let message) = event, message["method"]?.stringValue == method else { return .pass }
        return .instead([Emission(.exit(end))])
    }
}
