import JSON

/// Sends its client round in circles.
struct LoopingCursor: Fault {
    static let form = FaultForm(
        "looping-cursor",
        .listing,
        "gives the same cursor with every page of the tool list",
        breaks: "A listing ends: following its cursors never leads back."
    )

    private static let cursor = "again"

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        if let request = ListingRequest(event), request.cursor == Self.cursor { return request.withoutCursor }
        guard var answer = event.result(of: "tools/list") else { return .pass }
        if answer.request.params["_meta"]?[ListingRequest.mark] != nil { answer.result["tools"] = [] }
        answer.result["nextCursor"] = .string(Self.cursor)
        return answer.sent
    }
}
