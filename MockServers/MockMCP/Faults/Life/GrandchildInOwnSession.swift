/// The same child, where a signal to the server's process group does not find it.
struct GrandchildInOwnSession: Fault {
    static let form = FaultForm(
        "grandchild-setsid",
        .life,
        "starts a child in a session of its own that holds the pipes open",
        breaks: "Nothing of a server is left when it has exited.",
        over: .only(.stdio, because: "there are no pipes that a child could hold open"),
        FaultParameter("seconds", .count, "60", "how long the child lives if nobody ends it")
    )

    private let child: MockGrandchild

    init(_ arguments: FaultArguments) {
        child = MockGrandchild(lifetimeInSeconds: arguments.count("seconds"), leavesSession: true)
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .started = event else { return .pass }
        return .instead([Emission(.spawn(child))])
    }
}
