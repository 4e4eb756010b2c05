/// Claims to have done what it cannot do.
struct AcceptsUnknownTool: Fault {
    static let form = FaultForm(
        "accepts-unknown-tool",
        .calling,
        "answers calls of tools that do not exist as if they had worked",
        breaks: "A call of an unknown tool gets an error."
    )

    private var tools = KnownTools()

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        tools.learn(from: event)
        guard let refusal = CallRefusal(event), !tools.contains(refusal.tool) else { return .pass }
        return refusal.answered("Done.", isError: false)
    }
}
