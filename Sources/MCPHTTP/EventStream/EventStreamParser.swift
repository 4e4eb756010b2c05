/// Cuts the bytes of a `text/event-stream` into events, however the bytes are split.
///
/// Follows <https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream>: lines end with CR,
/// LF or both, one leading byte order mark is dropped, and what follows the last blank line is never dispatched.
package struct EventStreamParser: Sendable {
    /// How much of a discarded event is kept for the report.
    static let reportedBytes = 256

    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let limits: EventStreamLimits
    private var line = LineBuffer()
    private var event: EventBuffer
    private var markBytesSeen = 0
    private var isAtStart = true
    private var skipsLineFeed = false

    /// Starts at the beginning of a stream; a resumed stream needs a new parser.
    package init(limits: EventStreamLimits = EventStreamLimits()) {
        self.limits = limits
        event = EventBuffer(limits: limits)
    }

    /// What to send as `Last-Event-ID` when resuming after the last complete event; nil when there is nothing to send.
    package var lastEventID: String? { event.lastEventID }

    /// Whether the event that is streaming in is over the limit already; it is reported when it is complete.
    package var isPastLimit: Bool { event.isDiscarded || line.isOverLimit }

    /// Takes the next bytes and returns what they complete, in order.
    package mutating func append(_ bytes: some Collection<UInt8>) -> [EventStreamItem] {
        var items: [EventStreamItem] = []
        let handled: Void? = bytes.withContiguousStorageIfAvailable { consume($0, into: &items) }
        if handled == nil { Array(bytes).withUnsafeBufferPointer { consume($0, into: &items) } }
        return items
    }

    private mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>, into items: inout [EventStreamItem]) {
        var rest = bytes[...]
        while isAtStart, let byte = rest.first {
            if byte == Self.byteOrderMark[markBytesSeen] {
                markBytesSeen += 1
                rest = rest.dropFirst()
                isAtStart = markBytesSeen < Self.byteOrderMark.count
            } else {
                isAtStart = false
                let ordinary = Self.byteOrderMark.prefix(markBytesSeen)
                ordinary.withUnsafeBufferPointer { line.append($0[...], limit: lineLimit) }
            }
        }
        if skipsLineFeed, let byte = rest.first {
            skipsLineFeed = false
            if byte == Self.lineFeed { rest = rest.dropFirst() }
        }
        while let end = rest.firstIndex(where: { $0 == Self.lineFeed || $0 == Self.carriageReturn }) {
            line.append(rest[..<end], limit: lineLimit)
            if let item = endLine() { items.append(item) }
            var next = end + 1
            if rest[end] == Self.carriageReturn {
                if next == rest.endIndex {
                    skipsLineFeed = true
                } else if rest[next] == Self.lineFeed {
                    next += 1
                }
            }
            rest = rest[next...]
        }
        line.append(rest, limit: lineLimit)
    }

    private var lineLimit: Int { limits.eventBytes + "data: ".utf8.count }

    private mutating func endLine() -> EventStreamItem? {
        defer { line.clear() }
        if line.length == 0 { return event.dispatch() }
        return event.take(line)
    }
}
