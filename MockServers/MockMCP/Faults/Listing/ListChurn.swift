import JSON

/// Has other tools each time it is asked, and tells nobody.
struct ListChurn: Fault {
    static let form = FaultForm(
        "list-churn",
        .listing,
        "lists one more tool each time, without a word about the change",
        breaks: "The list of tools does not change as a side effect of being asked for."
    )

    private var listings = 0

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/list"), var tools = answer.result["tools"]?.arrayValue else {
            return .pass
        }
        for number in 0..<listings {
            tools.append(["name": .string("fresh_\(number)"), "inputSchema": ["type": "object"]])
        }
        listings += 1
        answer.result["tools"] = .array(tools)
        return answer.sent
    }
}
