import JSON
import MCP
import Synchronization

/// The requests of a server in one session: its exchanges count theirs each from 1, the client sees one count.
final class SessionQuestions: Sendable {
    private let table = Mutex(QuestionTable())

    /// Which exchange asked what the client answers; nil when none did, or it was answered already.
    func answered(_ given: RequestID) -> QuestionTable.Question? { table.withLock { $0.answered(given) } }

    /// The exchange is over, and waits for nothing.
    func forget(_ exchange: Int) { table.withLock { $0.forget(exchange) } }

    /// A message of an exchange as the client is to see it.
    func renumbered(_ message: [UInt8], from exchange: Int) -> [UInt8] {
        // Answers may be long, and have the client's own ids.
        switch WrittenMessage(message) {
        case .result, .error: return message
        case .asked, nil: break
        }
        guard case .single(let envelope) = try? IncomingMessage(parsing: message) else { return message }
        switch envelope.kind {
        case .request(let id, _):
            let given = table.withLock { $0.asked(id, by: exchange) }
            return envelope.renumbered(given).encoded
        case .notification("notifications/cancelled"):
            guard var params = envelope.payload?.value.objectValue,
                let id = params["requestId"].flatMap({ RequestID($0) }),
                let given = table.withLock({ $0.number(of: id, by: exchange) })
            else { return message }
            params["requestId"] = given.json
            return Envelope(envelope.kind, payload: .value(.object(params))).encoded
        case .notification, .result, .error:
            return message
        }
    }
}
