/// Refuses the old handshake without a word about what would work.
struct NoLegacyHint: Fault {
    static let form = FaultForm(
        "no-legacy-hint",
        .handshake,
        "refuses initialize without naming the revisions that it speaks",
        breaks: "A server without legacy revisions names those that it has when it is asked for the old handshake."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let answer = event.response(to: "initialize"), answer.error != nil else { return .pass }
        return answer.refused(-32601, "Method not found: initialize")
    }
}
