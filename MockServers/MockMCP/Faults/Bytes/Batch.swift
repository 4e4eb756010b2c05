import JSON

/// Wraps messages into arrays.
struct Batch: Fault {
    static let form = FaultForm(
        "batch",
        .bytes,
        "sends each message as an array of one",
        breaks: "A line holds one message; arrays of messages exist in 2025-03-26 only."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let (emission, message) = event.sentMessage else { return .pass }
        return .instead([Emission(.message(.array([.object(message)])), after: emission.delay, for: emission.request)])
    }
}
