/// Starts a child that keeps the pipes open when the server has long gone, as launcher scripts do.
struct Grandchild: Fault {
    static let form = FaultForm(
        "grandchild",
        .life,
        "starts a child in its process group that holds stdin, stdout and stderr open",
        breaks: "Nothing of a server is left when it has exited.",
        over: .only(.stdio, because: "there are no pipes that a child could hold open"),
        FaultParameter("seconds", .count, "60", "how long the child lives if nobody ends it")
    )

    private let child: MockGrandchild

    init(_ arguments: FaultArguments) {
        child = MockGrandchild(lifetimeInSeconds: arguments.count("seconds"), leavesSession: false)
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .started = event else { return .pass }
        return .instead([Emission(.spawn(child))])
    }
}
