import JSON

extension FaultEvent {
    /// The tool list with its last tool changed.
    func listing(changing change: (inout JSONObject) -> Void) -> FaultReaction {
        guard var answer = result(of: "tools/list"), var tools = answer.result["tools"]?.arrayValue,
            var last = tools.last?.objectValue
        else { return .pass }
        change(&last)
        tools[tools.count - 1] = .object(last)
        answer.result["tools"] = .array(tools)
        return answer.sent
    }
}
