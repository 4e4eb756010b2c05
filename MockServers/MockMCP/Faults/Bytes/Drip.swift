/// Sends its messages in small pieces with pauses between them.
struct Drip: Fault {
    static let form = FaultForm(
        "drip",
        .bytes,
        "sends each message in pieces with a pause after each",
        breaks: "Nothing: it shows whether a reader puts lines together from pieces.",
        FaultParameter("bytes", .count, "7", "size of a piece"),
        FaultParameter("every", .duration, "1ms", "pause between pieces")
    )

    private let size: Int
    private let pause: Duration

    init(_ arguments: FaultArguments) {
        size = max(1, arguments.count("bytes"))
        pause = arguments.duration("every")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let emission = event.sent, case .write(let bytes, let stream) = emission.effect else {
            return .pass
        }
        return .instead(
            stride(from: 0, to: bytes.count, by: size).enumerated().map { index, start in
                Emission(
                    .write(Array(bytes[start..<min(start + size, bytes.count)]), to: stream),
                    after: emission.delay + pause * index
                )
            }
        )
    }
}
