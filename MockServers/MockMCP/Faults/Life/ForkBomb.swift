/// Starts children by the dozen, each where a signal to the process group does not find it: a bomb that is bounded.
struct ForkBomb: Fault {
    static let form = FaultForm(
        "fork-bomb",
        .life,
        "starts many children in sessions of their own, which all hold the pipes open",
        breaks: "Nothing of a server is left when it has exited.",
        over: .only(.stdio, because: "there are no pipes that a child could hold open"),
        FaultParameter("count", .count, "16", "how many children, at most 64"),
        FaultParameter("seconds", .count, "60", "how long each lives if nobody ends it")
    )

    /// A mock must not bring down the machine that it is tried on.
    private static let most = 64

    private let children: [MockGrandchild]

    init(_ arguments: FaultArguments) {
        let child = MockGrandchild(lifetimeInSeconds: arguments.count("seconds"), leavesSession: true)
        children = Array(repeating: child, count: min(arguments.count("count"), Self.most))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .started = event else { return .pass }
        return .instead(children.map { Emission(.spawn($0)) })
    }
}
