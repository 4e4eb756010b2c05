import MCP
import MCPConnection

extension WireLog {
    /// The log of a contact, with everything secret masked before anything is cut.
    init(
        of contact: EntryContact,
        _ condition: String,
        subject: Subject,
        revision: ProtocolRevision,
        secrets: Secrets
    ) {
        let start = contact.records.first?.at ?? .zero
        self.init(
            subject: subject,
            revision: revision,
            condition: condition,
            lines: contact.records.compactMap { Self.line($0, since: start, secrets) }
        )
    }

    private static func line(_ record: WireRecord, since start: Duration, _ secrets: Secrets) -> Line? {
        func line(_ from: String, _ bytes: [UInt8], _ size: Int? = nil) -> Line {
            let kept = String(decoding: bytes.prefix(WireLine.keptBytes), as: UTF8.self)
            let size = size ?? bytes.count
            return Line(at: record.at - start, from: from, text: shown(kept, of: size, secrets), size: size)
        }
        return switch record.event {
        case .sent(let bytes): line("client", bytes)
        case .received(let bytes), .receivedUnterminated(let bytes): line("server", bytes)
        case .receivedOversized(let size, let beginning): line("server", beginning, size)
        case .standardError(let text): line("stderr", Array(text.utf8))
        case .exited: line("end", Array("the process ended".utf8))
        case .opened, .inputEnded: nil
        }
    }
}
