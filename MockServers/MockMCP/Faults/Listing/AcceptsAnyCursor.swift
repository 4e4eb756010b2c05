/// Takes any cursor for the start of the list.
struct AcceptsAnyCursor: Fault {
    static let form = FaultForm(
        "accepts-any-cursor",
        .listing,
        "answers a cursor it never gave with the first page",
        breaks: "An invalid cursor gets error -32602."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard let request = ListingRequest(event), request.cursor != nil else { return .pass }
        return request.withoutCursor
    }
}
