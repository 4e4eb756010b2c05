/// Closes stdout and lives on, as a server does whose writer has died.
struct HalfOpen: Fault {
    static let form = FaultForm(
        "half-open",
        .life,
        "closes stdout after a number of messages, and lives on",
        breaks: "Every request gets a response as long as the server lives.",
        FaultParameter("after", .count, "1", "how many messages it sends before")
    )

    private var left: Int

    init(_ arguments: FaultArguments) {
        left = arguments.count("after")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        // A connection stays open without anybody behind it; a pipe without a writer ends.
        let end: MockEffect = context.transport == .http ? .http(.hold) : .close(.standardOutput)
        switch event {
        // The last response is finished there, and none that comes later has anything to say.
        case .sending(let emission) where context.transport == .http && left == 1 && emission.isMessage:
            left = 0
            return .pass
        case .started where left == 0:
            return .instead([Emission(end)])
        case .sending(let emission) where emission.isMessage && left > 0:
            left -= 1
            return left == 0 ? .instead([emission, Emission(end, after: emission.delay)]) : .pass
        case .sending(let emission) where emission.isMessage: return .instead([])
        default: return .pass
        }
    }
}
