/// Sends a response that is proper JSON and far too deep.
struct DeepNesting: Fault {
    static let form = FaultForm(
        "deep-nesting",
        .bytes,
        "sends a response with thousands of arrays in one another",
        breaks: "Nothing in the protocol: it shows whether a reader bounds the depth it takes.",
        FaultParameter("depth", .count, "100000", "how deep"),
        FaultParameter("method", .text, "tools/list", "only messages about this method")
    )

    private let depth: Int

    init(_ arguments: FaultArguments) {
        depth = arguments.count("depth")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let spliced = SplicedMessage(event) else { return .pass }
        return spliced.with(
            member: "nested",
            [
                .fill([UInt8(ascii: "[")], times: depth, to: .standardOutput),
                .fill([UInt8(ascii: "]")], times: depth, to: .standardOutput),
            ]
        )
    }
}
