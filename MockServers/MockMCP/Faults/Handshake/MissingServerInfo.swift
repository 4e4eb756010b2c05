import JSON

/// Does not say who it is.
struct MissingServerInfo: Fault {
    static let form = FaultForm(
        "missing-server-info",
        .handshake,
        "leaves its name and version out of every answer",
        breaks: "A server says its name and version in the handshake; in the stateless era, with each result."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.result() else { return .pass }
        answer.result["serverInfo"] = nil
        if var meta = answer.result["_meta"]?.objectValue {
            meta["io.modelcontextprotocol/serverInfo"] = nil
            answer.result["_meta"] = meta.isEmpty ? nil : .object(meta)
        }
        return answer.sent
    }
}
