/// Writes more to its log than anybody wants to keep.
struct StandardErrorFlood: Fault {
    static let form = FaultForm(
        "stderr-flood",
        .life,
        "writes a flood of log lines to stderr before it answers anything",
        breaks: "Nothing: it shows whether a client drains stderr and bounds what it keeps.",
        over: .only(.stdio, because: "nobody reads its standard error there"),
        FaultParameter("bytes", .count, "10MB", "how much, about")
    )

    private static let line = Array("debug: nothing to see here, and there is more of it where this came from\n".utf8)
    private let times: Int

    init(_ arguments: FaultArguments) {
        times = arguments.count("bytes") / Self.line.count + 1
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .started = event else { return .pass }
        return .instead([Emission(.fill(Self.line, times: times, to: .standardError))])
    }
}
