import JSON
package import Registry

/// What a contact must come to when a server reacts as its entry describes: the entry checked against itself.
///
/// An entry whose probe, assertion and signatures do not tell its own reactions apart would mislead everybody; this finds
/// out without starting anything.
package struct ReactionExpectation: Sendable {
    /// What is wrong.
    package var cause: ReactionCause
    /// What the server does then.
    package var reaction: Reaction
    /// What would be seen.
    package var facts: ContactFacts
    /// What it may be found to be; several where nothing can tell them apart.
    package var accepted: Set<OutcomeCode>
    /// What it is found to be.
    package var outcome: Outcome

    /// Whether the entry understands its own server.
    package var holds: Bool { accepted.contains(outcome.code) }

    /// Every reaction of a server that a contact would meet: at the start, at the list, or at the probe.
    package static func all(of integration: Integration, server: IntegrationServer) -> [ReactionExpectation] {
        let probe = integration.probe(of: server)?.tool
        return ReactionCause.allCases.flatMap { cause -> [ReactionExpectation] in
            guard let expected = cause.outcome else { return [] }
            let reactions = server.reactions[cause] ?? []
            let ofProbe = reactions.filter { $0.when != .call || $0.tools.contains { $0 == probe } }
            let ofAll = reactions.filter { $0.when == .call && $0.tools.isEmpty }
            return (ofProbe.isEmpty ? ofAll : ofProbe).map { reaction in
                ReactionExpectation(cause, expected, reaction, integration, server, tool: probe ?? "probe")
            }
        }
    }

    private init(
        _ cause: ReactionCause,
        _ expected: SignatureOutcome,
        _ reaction: Reaction,
        _ integration: Integration,
        _ server: IntegrationServer,
        tool: String
    ) {
        self.cause = cause
        self.reaction = reaction
        facts = reaction.facts(tool: tool)
        accepted = [OutcomeCode(rawValue: expected.rawValue) ?? .vendorError]
        switch cause {
        // The server says that it failed, and few say at what.
        case .unreachable: accepted.insert(.vendorError)
        // Refused is refused; whether it was good once, hardly a server knows.
        case .expired: accepted.insert(.credentialInvalid)
        case .invalid, .malformed: accepted.insert(.credentialExpired)
        default: break
        }
        if reaction.how == .silent { accepted.insert(.timeout) }
        // It asks for a log-in, whether there was one before or not.
        if reaction.how == .login { accepted.insert(.credentialMissing) }
        var configuration: [String: String] = [:]
        if cause != .missing {
            let fields = integration.configSchema(of: server)
            let wanted = Set(integration.auth(of: server).alternatives.first ?? [])
            for field in fields where field.isRequired || field.isSecret || wanted.contains(field.name) {
                configuration[field.name] = "given-for-\(field.name)"
            }
        }
        let rules = ClassifierRules(
            integration,
            server: server,
            configuration: configuration,
            isLoggedIn: cause != .missing
        )
        outcome = Classifier(rules).outcome(of: facts)
    }
}

extension Reaction {
    /// What a contact would see of it.
    fileprivate func facts(tool: String) -> ContactFacts {
        let step: ContactStep =
            switch when {
            case .start, .connect: .handshake
            case .list: .list
            case .call: .probe
            }
        let said = text?.replacing("${tool}", with: tool)
        let texts = [said ?? body.map { $0.text() }].compactMap(\.self)
        switch how {
        case .exit:
            let lines = (said ?? "").split(whereSeparator: \.isNewline).map(String.init)
            return ContactFacts(.exited(.code(Int32(exitCode ?? 1))), step: step, errorLines: lines)
        case .jsonrpc:
            let code = Int64(code ?? -32_603)
            return ContactFacts(.rpcError(code: code, message: said ?? "", data: body), step: step)
        case .isError, .login:
            return ContactFacts(
                .toolResult(ToolAnswer(tool: tool, isError: true, texts: texts, structured: body)),
                step: step
            )
        case .result:
            return ContactFacts(.toolResult(ToolAnswer(tool: tool, texts: texts, structured: body)), step: step)
        case .http:
            let http = HTTPFacts(
                status: status ?? 401,
                fields: headers.sorted { $0.key < $1.key },
                body: texts.first ?? ""
            )
            return ContactFacts(.httpStatus(http), step: .connect, http: http)
        case .silent:
            return ContactFacts(.timedOut(after: .seconds(30)), step: step, errorLines: [said].compactMap(\.self))
        }
    }
}
