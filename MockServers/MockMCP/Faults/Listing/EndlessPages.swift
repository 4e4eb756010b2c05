import JSON

/// Always has one more page.
struct EndlessPages: Fault {
    static let form = FaultForm(
        "endless-pages",
        .listing,
        "gives a fresh cursor with every page of the tool list, for ever",
        breaks: "A listing ends: its last page has no nextCursor."
    )

    private var pages = 0

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        if let request = ListingRequest(event), let cursor = request.cursor, cursor.hasPrefix("endless-") {
            return request.withoutCursor
        }
        guard var answer = event.result(of: "tools/list") else { return .pass }
        pages += 1
        if answer.request.params["_meta"]?[ListingRequest.mark] != nil { answer.result["tools"] = [] }
        answer.result["nextCursor"] = .string("endless-\(pages)")
        return answer.sent
    }
}
