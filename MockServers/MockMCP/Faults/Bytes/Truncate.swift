/// Stops in the middle of a message, closes stdout and lives on.
struct Truncate: Fault {
    static let form = FaultForm(
        "truncate",
        .bytes,
        "writes so many bytes to stdout, closes it, and lives on",
        breaks: "A line is written whole, and every request gets a response.",
        FaultParameter("byte", .count, "1", "how many bytes still leave")
    )

    private var cut: OutputCut

    init(_ arguments: FaultArguments) {
        cut = OutputCut(after: arguments.count("byte"))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        cut.meet(event, then: .close(.standardOutput))
    }
}
