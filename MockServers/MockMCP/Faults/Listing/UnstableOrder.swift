import JSON

/// Lists the same tools in another order each time.
struct UnstableOrder: Fault {
    static let form = FaultForm(
        "unstable-order",
        .listing,
        "lists its tools in another order each time",
        breaks: "The same tools are listed in the same order."
    )

    private var listings = 0

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/list"), let tools = answer.result["tools"]?.arrayValue,
            tools.count > 1
        else { return .pass }
        let turned = listings % tools.count
        listings += 1
        answer.result["tools"] = .array(Array(tools[turned...] + tools[..<turned]))
        return answer.sent
    }
}
