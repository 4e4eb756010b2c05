import JSON
import MCP
import Synchronization

/// The list of a mock's tools as text, once for each revision: of many sessions with one mock only the first writes it.
final class WrittenTools: Sendable {
    private let texts = Mutex<[ProtocolRevision: JSONText]>([:])

    /// The list as this revision has it; the tools have to be the same at every call.
    func text(of tools: [MockTool], in revision: ProtocolRevision) -> JSONText {
        if let text = texts.withLock({ $0[revision] }) { return text }
        let text = JSONText(.array(tools.map { $0.json(for: revision) }))
        texts.withLock { $0[revision] = text }
        return text
    }
}
