import JSON

/// Refuses every message for want of a credential.
struct UnauthorizedResponse: Fault {
    static let form = FaultForm(
        "http-401",
        .http,
        "answers 401 with a challenge in place of everything",
        breaks: "Nothing: it is how a server behind HTTP asks for a credential.",
        over: .only(.http, because: "there is no HTTP"),
        FaultParameter("error", .text, "invalid_token", "what the challenge says is wrong; none leaves it out"),
        FaultParameter("metadata", .text, "yes", "no leaves out where the resource describes itself")
    )

    private let refusal: HTTPRefusal

    init(_ arguments: FaultArguments) {
        var challenge: [String] = []
        if arguments.text("metadata") != "no" {
            challenge.append("resource_metadata=\"https://localhost/.well-known/oauth-protected-resource/mcp\"")
        }
        let error = arguments.text("error")
        if error != "none" { challenge.append("error=\"\(error)\"") }
        let field = (["Bearer"] + (challenge.isEmpty ? [] : [challenge.joined(separator: ", ")])).joined(separator: " ")
        refusal = HTTPRefusal(401, headers: ["WWW-Authenticate": field], text: "Unauthorized")
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.refused(refusal)
    }
}
