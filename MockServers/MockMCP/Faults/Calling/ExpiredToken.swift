import JSON

/// Takes a credential for a while, and then no longer.
struct ExpiredToken: Fault {
    static let form = FaultForm(
        "expired-token",
        .calling,
        "refuses calls after a number of them, because the token has expired",
        breaks: "Nothing: it shows whether a client notices that a credential was good once.",
        FaultParameter("after", .count, "1", "how many calls it still answers")
    )

    private static let refusal = HTTPRefusal(
        401,
        headers: [
            "WWW-Authenticate": "Bearer error=\"invalid_token\", error_description=\"The access token expired\""
        ],
        body: ["error": "invalid_token", "error_description": "The access token expired"]
    )

    private var left: Int

    init(_ arguments: FaultArguments) {
        left = arguments.count("after")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response(to: "tools/call") else { return .pass }
        guard left == 0 else {
            left -= 1
            return .pass
        }
        return answer.refused(Self.refusal, over: context.transport)
    }
}
