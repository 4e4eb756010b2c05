import JSON

/// Describes a tool's arguments with a schema that is none.
struct InvalidInputSchema: Fault {
    static let form = FaultForm(
        "invalid-input-schema",
        .listing,
        "gives its last tool an inputSchema that is no valid JSON Schema",
        breaks: "An inputSchema is a valid JSON Schema."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.listing { tool in
            tool["inputSchema"] = ["type": "object", "properties": ["city": ["type": "string", "minLength": "three"]]]
        }
    }
}
