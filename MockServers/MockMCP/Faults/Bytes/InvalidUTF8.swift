/// Puts bytes into a string that are no text.
struct InvalidUTF8: Fault {
    static let form = FaultForm(
        "invalid-utf8",
        .bytes,
        "puts bytes that are no UTF-8 into a string of a response",
        breaks: "Messages are UTF-8.",
        FaultParameter("method", .text, "tools/list", "only messages about this method")
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let spliced = SplicedMessage(event) else { return .pass }
        return spliced.with(member: "note", [.write([0x22, 0x63, 0x61, 0x66, 0xE9, 0xFF, 0x22], to: .standardOutput)])
    }
}
