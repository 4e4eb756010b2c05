import JSON

/// Refuses with another code than the one that says why.
struct WrongErrorCode: Fault {
    static let form = FaultForm(
        "wrong-error-code",
        .calling,
        "refuses with a code that means something else",
        breaks: "An error's code says what is wrong: -32601 for a method, -32602 for parameters.",
        FaultParameter("code", .integer, "-32000", "the code it gives"),
        FaultParameter("of", .text, nil, "only in errors that would have this code")
    )

    private let code: JSONValue
    private let original: Int?

    init(_ arguments: FaultArguments) {
        code = .number(JSONNumber(arguments.count("code")))
        original = arguments.optional("of").flatMap { Int($0) }
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response(), var error = answer.error, answer.request.method != "server/discover",
            answer.request.method != "initialize", original == nil || error["code"]?.intValue == original
        else { return .pass }
        error["code"] = code
        answer.error = error
        return answer.sent
    }
}
