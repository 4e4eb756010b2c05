/// Reports a tool that does not exist as a failure of that tool.
struct UnknownToolAsResult: Fault {
    static let form = FaultForm(
        "unknown-tool-as-result",
        .calling,
        "answers calls of tools that do not exist with isError, not with an error",
        breaks: "A call of an unknown tool gets a JSON-RPC error."
    )

    private var tools = KnownTools()

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        tools.learn(from: event)
        guard let refusal = CallRefusal(event), !tools.contains(refusal.tool) else { return .pass }
        return refusal.answered("Unknown tool: \(refusal.tool ?? "")", isError: true)
    }
}
