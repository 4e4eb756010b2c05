import MCP

/// How the events of a resumable stream are named: by the stream and the number of the event on it.
struct EventNames: Sendable, Hashable {
    let stream: Int
    let retryInMilliseconds: Int
    /// Since 2025-11-25 a stream begins with a name and no data; older clients would take that for a message.
    let isPrimed: Bool

    func name(_ number: Int) -> String { "\(stream)-\(number)" }

    /// What comes before the first event.
    func prime(after number: Int) -> [UInt8]? {
        guard isPrimed else { return nil }
        return ServerSentEvent(data: [], id: name(number)).encoded(retryInMilliseconds: retryInMilliseconds)
    }

    /// What comes last when the reader is let go; nil when it was told all it has to know.
    func parting(after number: Int, retry: Duration?) -> [UInt8]? {
        guard let retry else { return nil }
        let event = ServerSentEvent(data: [], id: name(number))
        return event.encoded(retryInMilliseconds: Int(retry / .milliseconds(1)))
    }

    /// Stream and number of a name; nil for one we never gave.
    static func parse(_ name: String) -> (stream: Int, number: Int)? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let stream = Int(parts[0]), let number = Int(parts[1]), stream >= 0, number >= 0 else {
            return nil
        }
        return (stream, number)
    }
}
