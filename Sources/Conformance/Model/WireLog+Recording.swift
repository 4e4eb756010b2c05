import MCP

extension WireLog {
    /// Lines that are kept of one conversation.
    private static let keptLines = 150

    /// The log of a session, with everything secret masked before anything is cut.
    init(of record: SessionRecord, subject: Subject, secrets: Secrets) {
        self.init(
            subject: subject,
            revision: record.revision,
            lines: record.lines.prefix(Self.keptLines).map { line in
                Line(
                    at: line.at,
                    from: line.sender.rawValue,
                    process: line.process,
                    text: Self.shown(String(decoding: line.beginning, as: UTF8.self), of: line.size, secrets),
                    size: line.size
                )
            },
            omitted: max(0, record.lines.count - Self.keptLines) + record.unkeptLines
        )
    }

    /// The beginning of a line, masked and made visible.
    static func shown(_ text: String, of size: Int, _ secrets: Secrets) -> String {
        Excerpt(text: secrets.masked(text), size: size).description
    }
}
