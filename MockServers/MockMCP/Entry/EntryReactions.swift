import JSON
import Registry

/// Reacts as an entry says that its server does when one thing is wrong: a fault that no catalogue lists.
struct EntryReactions: Fault {
    static let form = FaultForm(
        "entry-reaction",
        .life,
        "reacts as a registry entry says that its server does",
        breaks: "A server works."
    )

    private let reactions: [Reaction]

    init(_ reactions: [Reaction]) {
        self.reactions = reactions
    }

    init(_ arguments: FaultArguments) {
        reactions = []
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        switch event {
        case .started:
            guard let reaction = reaction(at: .start), reaction.how == .exit else { return .pass }
            return .instead(end(reaction))
        case .received(let message):
            guard let reaction = reaction(for: message["method"]?.stringValue, message["params"]?["name"]?.stringValue)
            else { return .pass }
            if reaction.how == .exit { return .instead(end(reaction)) }
            // Only what asks for an answer is left without one.
            return reaction.how == .silent && message["id"] != nil ? .instead([]) : .pass
        case .sending: return answer(event, context.transport)
        case .opening: return .pass
        case .inputClosed, .terminated: return .pass
        }
    }

    private func answer(_ event: FaultEvent, _ transport: MockTransport) -> FaultReaction {
        guard var response = event.response() else { return .pass }
        if response.request.method == "tools/list", let listing = reactions.compactMap(\.listing).first {
            switch listing {
            case .complete: break
            case .empty:
                guard response.error == nil else { return .pass }
                response.result["tools"] = []
                response.result["nextCursor"] = nil
                return response.sent
            case .refused:
                guard let reaction = reactions.first(where: { $0.tools.isEmpty }) else { break }
                return refuse(response, reaction, transport)
            }
        }
        guard let reaction = reaction(for: response.request.method, response.request.tool) else { return .pass }
        // A call of a tool that is not there, or of a wrong form, is refused before any credential is looked at.
        guard reaction.when != .call || response.error == nil else { return .pass }
        return refuse(response, reaction, transport)
    }

    private func refuse(
        _ response: SentResponse,
        _ reaction: Reaction,
        _ transport: MockTransport
    ) -> FaultReaction {
        let text = (reaction.text ?? "").filling(response.request.tool)
        switch reaction.how {
        case .exit, .silent: return .pass
        case .jsonrpc: return response.refused(reaction.code ?? -32603, text)
        case .http: return response.refused(HTTPRefusal(reaction), over: transport)
        case .isError, .result, .login:
            guard response.request.method == "tools/call" else { return response.refused(-32603, text) }
            var response = response
            let isModern = response.request.isModern
            var result: JSONObject = ["content": [["type": "text", "text": .string(shown(reaction, text))]]]
            if reaction.how != .result { result["isError"] = true }
            if let body = reaction.body, body.objectValue != nil { result["structuredContent"] = body }
            if isModern { result["resultType"] = "complete" }
            response.result = result
            return response.sent
        }
    }

    private func shown(_ reaction: Reaction, _ text: String) -> String {
        if !text.isEmpty { return text }
        return reaction.how == .login ? "Log in first." : reaction.body?.text() ?? ""
    }

    private func end(_ reaction: Reaction) -> [Emission] {
        let said = Array(((reaction.text ?? "") + "\n").utf8)
        return [
            Emission(.write(said, to: .standardError)),
            Emission(.exit(.code(Int32(truncatingIfNeeded: reaction.exitCode ?? 1)))),
        ]
    }

    private func reaction(at phase: ContactPhase) -> Reaction? {
        reactions.first { $0.when == phase && $0.tools.isEmpty }
    }

    private func reaction(for method: String?, _ tool: String?) -> Reaction? {
        switch method {
        case "initialize", "server/discover": return reaction(at: .connect) ?? hanging(at: .start)
        case "tools/list": return reaction(at: .list)
        case "tools/call":
            if let tool, let own = reactions.first(where: { $0.tools.contains(tool) }) { return own }
            return reaction(at: .call)
        default: return nil
        }
    }

    /// A server that never gets beyond its start answers no handshake.
    private func hanging(at phase: ContactPhase) -> Reaction? {
        reaction(at: phase).flatMap { $0.how == .exit ? nil : $0 }
    }
}

extension String {
    fileprivate func filling(_ tool: String?) -> String {
        guard let tool else { return self }
        return split(separator: "${tool}", omittingEmptySubsequences: false).joined(separator: tool)
    }
}
