import JSON

/// Describes a tool's results with a schema that is none.
struct InvalidOutputSchema: Fault {
    static let form = FaultForm(
        "invalid-output-schema",
        .listing,
        "gives its last tool an outputSchema that is no valid JSON Schema",
        breaks: "An outputSchema is a valid JSON Schema."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.listing { tool in
            tool["outputSchema"] = ["type": "object", "properties": ["sum": ["type": "nombre"]]]
        }
    }
}
