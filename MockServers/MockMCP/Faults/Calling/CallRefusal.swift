import JSON

/// What a call got that did not work: a JSON-RPC error, or a result that says so.
struct CallRefusal {
    private var answer: SentResponse

    /// Nil for a call that worked.
    init?(_ event: FaultEvent) {
        guard let answer = event.response(to: "tools/call"),
            answer.error != nil || answer.result["isError"] == true
        else { return nil }
        self.answer = answer
    }

    /// The tool that was called; nil when the call named none.
    var tool: String? {
        answer.request.tool
    }

    /// A result in place of the refusal, in the form of the request's era.
    func answered(_ text: String, isError: Bool) -> FaultReaction {
        var answer = answer
        answer.result = ["content": [["type": "text", "text": .string(text)]], "isError": .bool(isError)]
        if answer.request.isModern { answer.result["resultType"] = "complete" }
        return answer.sent
    }
}
