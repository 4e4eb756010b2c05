/// Takes whatever it is given.
struct AcceptsWrongArguments: Fault {
    static let form = FaultForm(
        "accepts-wrong-arguments",
        .calling,
        "answers calls with arguments against the schema as if they had worked",
        breaks: "Arguments that do not match the inputSchema are refused."
    )

    private var tools = KnownTools()

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        tools.learn(from: event)
        guard let refusal = CallRefusal(event), tools.contains(refusal.tool) else { return .pass }
        return refusal.answered("Done.", isError: false)
    }
}
