package import Fixtures
import Health
import JSON
package import Registry

extension AnswerJudge {
    /// Demands of an early end what the signatures of an entry say: exit code, text, code of the error.
    ///
    /// A server of which the entry says how it refuses has to refuse like that; another end is a fault of another kind, and
    /// recording it as a refusal would make a lie of it. Answers to calls are judged as the plain judge does.
    package static func entry(_ integration: Integration, server: IntegrationServer, isMissing: Bool) -> AnswerJudge {
        let given = isMissing ? [:] : integration.sampleConfiguration(of: server)
        let rules = ClassifierRules(integration, server: server, configuration: given, isLoggedIn: !isMissing)
        let classifier = Classifier(rules)
        let cause: ReactionCause = isMissing ? .missing : .invalid
        let declared = (server.reactions[cause] ?? []).filter { $0.when <= .list && $0.how != .silent }
        var judge = AnswerJudge.plain
        judge.judgeEarlyEnd = { end in
            let outcome = classifier.outcome(of: end.facts)
            guard outcome.outcomeClass == .auth else {
                let wanted = declared.first.map { ", where the entry says \($0.said)" } ?? ""
                return .failed("it came to \(outcome.code.rawValue) (\(outcome.evidence.summary))\(wanted)")
            }
            guard declared.isEmpty || outcome.evidence.basis != .words else {
                return .failed(
                    "only single words speak of a credential, where the entry says \(declared.first?.said ?? "more"): "
                        + "correct reactions.\(cause.rawValue) or authSignatures of \(integration.id)"
                )
            }
            return .refused("it came to \(outcome.code.rawValue)")
        }
        return judge
    }
}

extension EarlyEnd {
    /// The same as a contact sees it.
    fileprivate var facts: ContactFacts {
        if let status, error == nil, exitCode == nil {
            let http = HTTPFacts(status: status, body: lines.joined(separator: "\n"))
            return ContactFacts(.httpStatus(http), step: .connect, http: http)
        }
        if let error {
            let code = Int64(error["code"]?.intValue ?? -32_603)
            let message = error["message"]?.stringValue ?? ""
            return ContactFacts(
                .rpcError(code: code, message: message, data: error["data"]),
                step: .handshake,
                errorLines: lines
            )
        }
        return ContactFacts(.exited(.code(exitCode ?? 1)), step: .handshake, errorLines: lines)
    }
}

extension Reaction {
    /// In a few words, for whoever compares it with what came.
    fileprivate var said: String {
        let text = (text ?? "").split(whereSeparator: \.isNewline).first.map { " “\($0.prefix(120))”" } ?? ""
        return how == .exit ? "exit code \(exitCode ?? 1)\(text)" : "\(how.rawValue)\(text)"
    }
}
