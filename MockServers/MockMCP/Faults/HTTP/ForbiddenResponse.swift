import JSON

/// Knows who asks, and does not let them.
struct ForbiddenResponse: Fault {
    static let form = FaultForm(
        "http-403",
        .http,
        "answers 403 and asks for a wider scope in place of everything",
        breaks: "Nothing: it is how a server behind HTTP says that a credential may do too little.",
        over: .only(.http, because: "there is no HTTP"),
        FaultParameter("scope", .text, "mcp:all", "the scope that it asks for; none leaves the challenge out")
    )

    private let refusal: HTTPRefusal

    init(_ arguments: FaultArguments) {
        let scope = arguments.text("scope")
        refusal = HTTPRefusal(
            403,
            headers: scope == "none"
                ? [:] : ["WWW-Authenticate": "Bearer error=\"insufficient_scope\", scope=\"\(scope)\""],
            text: "Forbidden"
        )
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.refused(refusal)
    }
}
