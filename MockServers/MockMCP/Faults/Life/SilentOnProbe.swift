import JSON

/// Never answers the question for the era, as servers do that wait for `initialize` and drop the rest.
struct SilentOnProbe: Fault {
    static let form = FaultForm(
        "silent-on-probe",
        .life,
        "never answers server/discover, and works otherwise",
        breaks: "Every request gets a response, if only an error."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard case .received(let message) = event, message["method"] == "server/discover" else { return .pass }
        return .instead([])
    }
}
