import JSON

extension Classifier {
    /// What codes, statuses and the transport say, without a word of prose.
    func structure(_ facts: ContactFacts, _ said: Said) -> Finding {
        if let http = facts.http ?? facts.sighting.http, http.status >= 300 {
            let finding = structure(http, said)
            // Who spoke with us and then knows nothing of the session has not become something else.
            let isLostSession = facts.sighting.isClosed && finding.code == .notMCP
            if finding.weight > .vague, !isLostSession { return finding }
        }
        switch facts.sighting {
        case .spawnFailed(let words): return Finding(.spawnFailed, .definite).marked("start", words)
        case .exited(let end): return Finding(.exited, .vague).marked("exit", end.words)
        case .unreachable(let reach, let words): return unreachable(reach, words)
        case .timedOut(let bound):
            return Finding(.timeout, .vague).marked("timeout", "\(bound.milliseconds) ms")
        case .closed(let words): return Finding(.closed, .vague).marked("closed", words)
        case .httpStatus(let http): return structure(http, said)
        case .notMCP(let words): return Finding(.notMCP, .usual).marked("answer", words)
        case .violation(let rule, let words):
            return Finding(.protocolError, .definite).marked("rule", rule).marked("violation", words)
        case .rpcError(let code, _, _): return structure(rpc: code, facts, said)
        case .toolResult, .listed, .greeted, .unconfigured, .local: return Finding(.ok, .vague)
        }
    }

    /// What the members of a body marked as a report say; nil when it is none, or says nothing that is known.
    func structure(_ report: ErrorBody) -> Finding? {
        guard report.isReport else { return nil }
        let known = report.codes.compactMap { code in KnownCode.outcome(of: code).map { (code, $0) } }
        let status = report.statuses.first { $0 != 400 && $0 != 500 } ?? report.statuses.first
        for wanted in Self.byUrgency {
            guard let (code, outcome) = known.first(where: { $0.1 == wanted }) else { continue }
            // "Unauthorized" is only the name of a status, which an entry may know better.
            var finding = Finding(outcome, status == nil || !Self.isName(code, of: status) ? .definite : .usual)
            finding = finding.marked("body.code", code)
            if let status { finding = finding.marked("body.status", "\(status)") }
            finding.retryAfter = report.retrySeconds.flatMap { RetryPause.pause($0, nil) }
            return finding
        }
        guard let status, var finding = Self.meaning(ofStatus: status) else { return nil }
        finding.retryAfter = report.retrySeconds.flatMap { RetryPause.pause($0, nil) }
        return finding.marked("body.status", "\(status)")
    }

    /// Where a body has several codes, the one that says more counts.
    private static let byUrgency: [OutcomeCode] = [
        .rateLimited, .scopeInsufficient, .credentialExpired, .credentialMissing, .credentialInvalid, .vendorError,
    ]

    private static func isName(_ code: String, of status: Int?) -> Bool {
        let bare = code.lowercased().filter(\.isLetter)
        return status == 401 && bare == "unauthorized" || status == 403 && bare == "forbidden"
    }

    /// What a status means by itself; nil for those that say nothing about credentials or vendors.
    static func meaning(ofStatus status: Int) -> Finding? {
        switch status {
        case 401: Finding(.credentialInvalid, .usual)
        case 403: Finding(.scopeInsufficient, .usual)
        case 429: Finding(.rateLimited, .definite)
        case 500...: Finding(.vendorError, .usual)
        default: nil
        }
    }

    // MARK: HTTP

    private func structure(_ http: HTTPFacts, _ said: Said) -> Finding {
        var finding = bareStructure(http, said)
        finding.marks.insert((name: "http.status", value: "\(http.status)"), at: 0)
        return finding
    }

    private func bareStructure(_ http: HTTPFacts, _ said: Said) -> Finding {
        if http.status == 429 { return Finding(.rateLimited, .definite) }
        if [401, 403, 400].contains(http.status), let challenge = BearerChallenge(http) {
            if let finding = structure(challenge) { return finding }
        }
        if http.status == 403, RetryPause.isExhausted(http) || http["retry-after"] != nil {
            return Finding(.rateLimited, .definite).marked("http.header", "nothing left, or Retry-After")
        }
        if let finding = structure(said.report), finding.code.outcomeClass != .vendor || http.status >= 500 {
            return finding
        }
        switch http.status {
        case 403 where http.isPage:
            // A page for people comes from something before the server.
            return Finding(.notMCP, .usual).marked("content-type", http["content-type"] ?? "")
        case 407: return Finding(.notMCP, .definite).marked("proxy", "wants a login")
        case 408, 504: return Finding(http.status == 408 ? .timeout : .vendorError, .usual)
        case 400, 422: return Finding(.protocolError, .vague)
        case 300..<400, 404, 405, 406, 410, 415, 426: return Finding(.notMCP, .usual)
        case let status: return Self.meaning(ofStatus: status) ?? Finding(.protocolError, .usual)
        }
    }

    private func structure(_ challenge: BearerChallenge) -> Finding? {
        let description = challenge.description ?? ""
        var finding: Finding
        switch challenge.error {
        case "insufficient_scope":
            finding = Finding(.scopeInsufficient, .definite)
            finding.scopes = challenge.scopes
        case "invalid_token":
            let isExpired = ErrorWords.read(description)?.code == .credentialExpired
            finding = Finding(isExpired ? .credentialExpired : .credentialInvalid, isExpired ? .definite : .usual)
        case "invalid_request":
            finding = Finding(.credentialMissing, .usual)
        default:
            return nil
        }
        finding = finding.marked("www-authenticate.error", challenge.error ?? "")
        return description.isEmpty ? finding : finding.marked("www-authenticate.description", description)
    }

    // MARK: JSON-RPC

    private func structure(rpc code: Int64, _ facts: ContactFacts, _ said: Said) -> Finding {
        if code == -32_042 {
            // Since 2025-11-25: the user has to visit an address first.
            var finding = Finding(.credentialMissing, .definite).marked("rpc.code", "\(code)")
            finding.isLogin = true
            return finding
        }
        if let finding = structure(said.report) { return finding.marked("rpc.code", "\(code)") }
        let isRule = [-32_700, -32_600, -32_601, -32_602].contains(code)
        let isOpening = facts.step <= .handshake
        return Finding(isRule || isOpening ? .protocolError : .vendorError, .vague).marked("rpc.code", "\(code)")
    }

    // MARK: Below

    private func unreachable(_ reach: Sighting.Reach, _ words: String) -> Finding {
        let lowered = words.lowercased()
        let code: OutcomeCode =
            switch reach {
            case .dns: .dns
            case .refused: .refused
            case .tls: .tls
            case .closed: .closed
            case .other where lowered.contains("timeout") || lowered.contains("timed out"): .timeout
            case .other where lowered.contains("network is unreachable") || lowered.contains("network is down"):
                .networkDown
            case .other: .refused
            }
        return Finding(code, .definite).marked("connection", "\(reach.rawValue): \(words)")
    }
}

extension Sighting {
    fileprivate var isClosed: Bool {
        if case .closed = self { true } else { false }
    }
}

extension Sighting.ProcessEnd {
    var words: String {
        switch self {
        case .code(let code): "exit code \(code)"
        case .signal(let signal): "signal \(signal)"
        case .unknown: "ended, nobody knows how"
        }
    }
}
