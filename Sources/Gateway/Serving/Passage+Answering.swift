import JSON
import MCP
import MCPConnection

extension Passage {
    /// The answer in the words of the client's era; what is only passed on is not converted.
    func result(of answer: UpstreamAnswer) -> Result<Members, ErrorObject> {
        let outcome: RequestOutcome
        switch answer {
        case .absent(let cause): return .failure(.unavailable(integration, cause))
        case .outcome(let ended): outcome = ended
        }
        switch outcome {
        case .result(let payload): return passed(payload)
        case .inputRequired(let needed): return .success(Members(needed.json))
        case .error(let error): return .failure(error)
        case .timedOut(let bound): return failure("timed_out", "did not answer within \(bound)")
        case .cancelled: return failure("cancelled", "was told that the call is given up")
        case .cancelledByServer(let reason):
            return failure("cancelled_by_server", "gave the call up" + (reason.map { ": \($0)" } ?? ""))
        case .invalid(let violation):
            return failure("invalid_answer", "answered with something invalid: \(violation.detail)")
        case .lost:
            return failure(
                "lost",
                "went away during the call; whether it acted is unknown, and the call is not repeated"
            )
        case .notSent:
            return failure("not_sent", "went away before the call was sent")
        }
    }

    /// Names the integration and the cause.
    private func failure(_ cause: String, _ words: String) -> Result<Members, ErrorObject> {
        let what = "\(integration) \(words) (\(call.context.method) \(target.name))"
        let data: JSONValue = ["integration": .string(integration), "cause": .string(cause)]
        return .failure(ErrorObject(.internalError, what, data: data))
    }

    private func passed(_ payload: Payload) -> Result<Members, ErrorObject> {
        if let length = payload.textLength, length > policy.limits.resultInBytes {
            let limit = policy.limits.resultInBytes
            return failure("too_long", "answered with \(length) bytes, and this role may be given \(limit)")
        }
        guard var members = payload.members else { return .success([:]) }
        if offer?.revision?.era == .modern {
            if !isModern { for key in Self.modernKeys { members[key] = nil } }
            if var meta = members["_meta"]?.members {
                // Who answers is said anew on each hop.
                for key in RoleConnection.hopKeys { meta[key] = nil }
                members["_meta"] = meta.keys.isEmpty ? nil : .members(meta)
            }
        }
        if call.context.era == .legacy, let content = members["structuredContent"], !content.isObject {
            // Legacy structured content is an object; the text beside it says the same.
            members["structuredContent"] = nil
        }
        return .success(OlderContent(revision: call.context.revision).adapted(members))
    }

    /// What the modern era writes into every result, and the legacy one does not know.
    private static let modernKeys = ["resultType", "ttlMs", "cacheScope"]
}

extension Payload {
    /// The bytes of the text, where it is one.
    var textLength: Int? {
        if case .text(let text) = self { text.bytes.count } else { nil }
    }

    fileprivate var isObject: Bool {
        switch self {
        case .text(let text): text.kind == .object
        case .value(let value): value.objectValue != nil
        case .members: true
        }
    }
}

extension UpstreamAnswer {
    /// What a breaker makes of it.
    var ending: CallGate.Ending {
        switch self {
        case .absent, .outcome(.cancelled): .abandoned
        case .outcome(.result), .outcome(.inputRequired), .outcome(.error), .outcome(.cancelledByServer): .answered
        case .outcome(.timedOut), .outcome(.invalid), .outcome(.lost), .outcome(.notSent): .failed
        }
    }
}

extension AuditRow.Outcome {
    /// How a call ended, told from the answer and from what was made of it.
    init(_ answer: UpstreamAnswer, _ result: Result<Members, ErrorObject>) {
        switch (answer, result) {
        case (.outcome(.inputRequired), _): self = .needsInput
        case (.outcome(.timedOut), _): self = .timedOut
        case (.outcome(.cancelled), _): self = .cancelled
        case (.absent, _), (.outcome(.lost), _), (.outcome(.notSent), _): self = .lost
        case (_, .failure(let error)): self = .error(error.code)
        case (_, .success(let members)): self = members["isError"]?.value == true ? .toolFailed : .answered
        }
    }
}

extension CallGate.Refusal {
    /// One word for programs.
    var word: String {
        switch self {
        case .integrationIsBusy: "integration_busy"
        case .roleIsBusy: "role_busy"
        case .isLeftAlone: "left_alone"
        }
    }
}
