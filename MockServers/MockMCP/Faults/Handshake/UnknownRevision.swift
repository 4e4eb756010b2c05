import JSON

/// Settles on a revision that does not exist.
struct UnknownRevision: Fault {
    static let form = FaultForm(
        "unknown-revision",
        .handshake,
        "answers initialize and server/discover with a revision nobody knows",
        breaks: "A server agrees to a revision that exists and that the client can speak.",
        FaultParameter("revision", .text, "1999-12-31", "what it says")
    )

    private let revision: JSONValue

    init(_ arguments: FaultArguments) {
        revision = .string(arguments.text("revision"))
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result(of: "initialize", "server/discover") else { return .pass }
        if answer.request.method == "initialize" {
            answer.result["protocolVersion"] = revision
        } else {
            answer.result["supportedVersions"] = [revision]
        }
        return answer.sent
    }
}
