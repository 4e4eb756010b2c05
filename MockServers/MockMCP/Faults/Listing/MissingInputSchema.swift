import JSON

/// Does not describe a tool's arguments.
struct MissingInputSchema: Fault {
    static let form = FaultForm(
        "missing-input-schema",
        .listing,
        "lists its last tool without an inputSchema",
        breaks: "Every tool has an inputSchema."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.listing { $0["inputSchema"] = nil }
    }
}
