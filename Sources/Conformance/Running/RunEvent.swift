package import MCP

/// Something that happened in a run, for those who watch it.
package enum RunEvent: Sendable {
    /// So many conversations will be led.
    case began(conversations: Int)
    /// A step of a conversation begins.
    case step(Subject, Step)
    /// A conversation is over.
    case finished(Subject, ProtocolRevision)
    /// Rows are there, some of them early; the report has all of them in its own order.
    case judged([CheckResult])
}
