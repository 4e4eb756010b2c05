import JSON

/// Has two tools of one name.
struct DuplicateToolNames: Fault {
    static let form = FaultForm(
        "duplicate-tool-names",
        .listing,
        "lists its first tool twice",
        breaks: "The names of a server's tools are unique."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "tools/list"), var tools = answer.result["tools"]?.arrayValue,
            let first = tools.first
        else { return .pass }
        tools.append(first)
        answer.result["tools"] = .array(tools)
        return answer.sent
    }
}
