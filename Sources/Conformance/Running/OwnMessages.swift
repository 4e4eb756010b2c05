import JSON
import MCP

/// Holds our own messages against the revision: a checker that breaks the rules itself proves nothing.
enum OwnMessages {
    /// What is wrong with what we sent, in a line each; whatever was sent wrong on purpose is left out.
    static func faults(in record: SessionRecord) -> [String] {
        guard case .opened(let session) = record.opening else {
            return []
        }
        let modernOnly: [Step] =
            session.revision.era == .modern ? [.unknownRevision, .missingMeta, .legacyInitialize] : []
        let deliberate = Set((modernOnly + [.badLevel, .answerWrong]).compactMap { record.exchanges[$0]?.id })
        return record.clientMessages.compactMap { message in
            guard message.line.process == 0, message.line.phase == .operating,
                !(message.id.map(deliberate.contains) ?? false)
            else {
                return nil
            }
            let fault = WireJudge.fault(
                in: message.object,
                sent: .clientToServer,
                revision: session.revision
            )
            return fault.map { "we sent \($0) in revision \(session.revision): \(message.excerpt)" }
        }
    }
}
