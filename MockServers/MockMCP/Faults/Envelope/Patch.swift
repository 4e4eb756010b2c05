import JSON

/// Changes one place of what leaves: the way to break any rule that has no fault of its own.
struct Patch: Fault {
    static let form = FaultForm(
        "patch",
        .envelope,
        "changes one place of each message that has it: POINTER:VALUE, POINTER: removes it",
        breaks: "Whatever you choose.",
        FaultParameter("set", .rest, nil, "JSON Pointer, colon, JSON value or text, for example /result/tools/0/name:x")
    )

    private let place: MessagePlace
    private let value: JSONValue?

    init(_ arguments: FaultArguments) throws(MockFaultError) {
        let written = arguments.text("set")
        guard written.hasPrefix("/"), let colon = written.firstIndex(of: ":"),
            let place = MessagePlace(String(written[..<colon]))
        else {
            throw MockFaultError(
                written: arguments.written,
                message: "write a JSON Pointer, a colon and a value, for example patch=/result/tools/0/name:other"
            )
        }
        self.place = place
        let text = String(written[written.index(after: colon)...])
        // What is no JSON is meant as text, so that names need no quotes.
        value = text.isEmpty ? JSONValue?.none : (try? JSONValue(parsing: text)) ?? .string(text)
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let (emission, message) = event.sentMessage,
            let changed = place.setting(value, in: .object(message))?.objectValue
        else { return .pass }
        return .send(emission, changed)
    }
}
