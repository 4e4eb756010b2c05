import JSON

/// Ends when a client asks for the era, as some servers do that know only `initialize`.
struct ExitOnProbe: Fault {
    static let form = FaultForm(
        "exit-on-probe",
        .life,
        "ends when server/discover arrives; a fresh process answers initialize",
        breaks: "An unknown request gets an error; a server does not end because of one.",
        FaultParameter("code", .integer, "1", "exit code")
    )

    private let code: Int32

    init(_ arguments: FaultArguments) {
        code = Int32(truncatingIfNeeded: arguments.count("code"))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(let message) = event, message["method"] == "server/discover" else { return .pass }
        return .instead([
            Emission(.write(Array("unexpected first message\n".utf8), to: .standardError)),
            Emission(.exit(.code(code))),
        ])
    }
}
