import JSON

/// Gives a tool a name with characters that names should not have.
struct BadToolName: Fault {
    static let form = FaultForm(
        "bad-tool-name",
        .listing,
        "gives its last tool a name with characters that are not allowed",
        breaks: "Names of tools are 1 to 128 letters, digits, underscores, hyphens and dots.",
        FaultParameter("name", .text, "delete everything!", "the name")
    )

    private let name: JSONValue

    init(_ arguments: FaultArguments) {
        name = .string(arguments.text("name"))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.listing { $0["name"] = name }
    }
}
