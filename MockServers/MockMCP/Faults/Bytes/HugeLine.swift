/// Sends a response that is proper JSON and far too long.
struct HugeLine: Fault {
    static let form = FaultForm(
        "huge-line",
        .bytes,
        "sends a response of 50 MB on one line",
        breaks: "Nothing in the protocol: it shows whether a reader bounds what it takes.",
        FaultParameter("bytes", .count, "50MB", "length of the line, about"),
        FaultParameter("method", .text, "tools/list", "only messages about this method"),
        FaultParameter("end", .text, "yes", "no leaves the line without an end")
    )

    private let times: Int
    private let ends: Bool

    init(_ arguments: FaultArguments) {
        times = arguments.count("bytes") / 64
        ends = arguments.text("end") != "no"
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let spliced = SplicedMessage(event) else { return .pass }
        let padding = MockEffect.fill(
            [UInt8](repeating: UInt8(ascii: "x"), count: 64),
            times: times,
            to: .standardOutput
        )
        let quote = MockEffect.write([0x22], to: .standardOutput)
        let reaction = spliced.with(member: "padding", [quote, padding, quote])
        guard !ends, case .instead(let emissions) = reaction else { return reaction }
        return .instead(emissions.dropLast(2))
    }
}
