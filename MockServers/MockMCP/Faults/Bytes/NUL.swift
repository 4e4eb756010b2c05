/// Puts a zero byte into a string.
struct NUL: Fault {
    static let form = FaultForm(
        "nul",
        .bytes,
        "puts a NUL byte into a string of a response",
        breaks: "JSON text has no raw control characters.",
        FaultParameter("method", .text, "tools/list", "only messages about this method")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let spliced = SplicedMessage(event) else { return .pass }
        return spliced.with(member: "note", [.write([0x22, 0x61, 0x00, 0x62, 0x22], to: .standardOutput)])
    }
}
