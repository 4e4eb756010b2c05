import JSON

/// Asks its client for something, in a shape that no request has.
struct MalformedRequest: Fault {
    static let form = FaultForm(
        "malformed-request",
        .envelope,
        "sends ping with parameters that are no object before a response",
        breaks: "The parameters of a request are an object.",
        FaultParameter("method", .text, "tools/call", "only messages about this method")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response() else { return .pass }
        let ping: JSONValue = ["jsonrpc": "2.0", "id": "malformed-1", "method": "ping", "params": "none"]
        return .instead([Emission(.message(ping), after: answer.emission.delay), answer.emission])
    }
}
