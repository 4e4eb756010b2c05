/// A message's line, opened before its last brace so that something can be put in.
struct SplicedMessage {
    private let head: [UInt8]
    private let delay: Duration

    /// Nil for what is no message.
    init?(_ event: FaultEvent) {
        guard let (emission, message) = event.sentMessage, !message.isEmpty,
            case .write(let bytes, _) = emission.effect
        else { return nil }
        // A line ends in a brace and a line break.
        head = Array(bytes.dropLast(2))
        delay = emission.delay
    }

    /// The line with one more member, whose text is made of the given effects.
    func with(member name: String, _ value: [MockEffect]) -> FaultReaction {
        let start = MockEffect.write(head + Array(",\"\(name)\":".utf8), to: .standardOutput)
        let end = MockEffect.write(Array("}\n".utf8), to: .standardOutput)
        return .instead(([start] + value + [end]).map { Emission($0, after: delay) })
    }
}
