import JSON

/// Describes arguments that are no object.
struct InputSchemaType: Fault {
    static let form = FaultForm(
        "input-schema-type",
        .listing,
        "gives its last tool an inputSchema that is not of type object",
        breaks: "The top level of an inputSchema has the type object."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.listing { $0["inputSchema"] = ["type": "string"] }
    }
}
