import Registry

/// One signature of an entry, with its expressions made ready.
struct CompiledSignature: Sendable {
    private let signature: AuthSignature
    private let tests: [CompiledTest]

    init(_ signature: AuthSignature) {
        self.signature = signature
        tests = signature.body.map(CompiledTest.init)
    }

    var code: OutcomeCode {
        switch signature.outcome {
        case .ok: .ok
        case .credentialMissing: .credentialMissing
        case .credentialInvalid: .credentialInvalid
        case .credentialExpired: .credentialExpired
        case .scopeInsufficient: .scopeInsufficient
        case .rateLimited: .rateLimited
        case .vendorError: .vendorError
        case .networkDown: .networkDown
        }
    }

    /// What it asks for, in words.
    var words: String {
        var parts: [String] = []
        if let status = signature.httpStatus { parts.append("HTTP \(status)") }
        if let code = signature.jsonrpcCode { parts.append("JSON-RPC \(code)") }
        if let code = signature.exitCode { parts.append("exit code \(code)") }
        if let isError = signature.isError { parts.append(isError ? "isError" : "no isError") }
        if let challenge = signature.challenge { parts.append("WWW-Authenticate has \"\(challenge)\"") }
        return (parts + tests.map(\.words)).joined(separator: ", ")
    }

    func matches(_ facts: ContactFacts, _ said: Said) -> Bool {
        if let when = signature.when, !facts.isAt(when) { return false }
        let http = facts.http ?? facts.sighting.http
        if let status = signature.httpStatus, http?.status != status { return false }
        if let challenge = signature.challenge {
            guard http?.values("www-authenticate").contains(where: { $0.contains(challenge) }) == true else {
                return false
            }
        }
        if let code = signature.jsonrpcCode {
            guard case .rpcError(Int64(code), _, _) = facts.sighting else { return false }
        }
        if let code = signature.exitCode {
            guard case .exited(.code(let status)) = facts.sighting, Int(status) == code else { return false }
        }
        if let isError = signature.isError {
            guard case .toolResult(let answer) = facts.sighting, answer.isError == isError else { return false }
        }
        return tests.isEmpty || hold(facts, said)
    }

    /// What an ended or silent server said, it said on its standard error.
    private func hold(_ facts: ContactFacts, _ said: Said) -> Bool {
        switch facts.sighting {
        case .exited, .timedOut, .closed:
            let errors = AnswerBody(texts: facts.errorLines.isEmpty ? [] : [facts.errorLines.joined(separator: "\n")])
            return tests.allSatisfy { $0.holds(in: errors) }
        default:
            return tests.allSatisfy { $0.holds(in: said.body) }
        }
    }
}

extension ContactFacts {
    /// Whether this happened at a step as entries count them; an early exit belongs to all of them up to the handshake.
    func isAt(_ when: ContactPhase) -> Bool {
        switch (step, sighting) {
        case (...ContactStep.handshake, .exited), (...ContactStep.handshake, .closed): when <= .connect
        case (.configure, _), (.launch, _): when == .start
        case (.connect, _), (.handshake, _): when == .connect
        case (.list, _): when == .list
        case (.probe, _), (.call, _): when == .call
        }
    }
}
