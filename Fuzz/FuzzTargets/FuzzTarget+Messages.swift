import MCP
import MCPConnection
import MCPHTTP

extension FuzzTarget {
    static let message = FuzzTarget(
        "message",
        "One JSON-RPC message: what was read and written again is the same message."
    ) { bytes throws(BrokenPromise) in
        let message = try? Message(parsing: bytes, limits: limits)
        let incoming = try? IncomingMessage(parsing: bytes, limits: limits)
        // A batch is several, each sound or broken.
        if case .batch? = incoming {
            try BrokenPromise.unless(message == nil, "a batch is taken for one message")
            return
        }
        try BrokenPromise.unless((message == nil) == (incoming == nil), "one reader takes it and the other does not")
        guard let message else { return }
        let again = try? Message(parsing: message.encoded)
        try BrokenPromise.unless(again == message, "what was written is another message")
    }

    static let lines = FuzzTarget(
        "lines",
        "Messages on a pipe: however the bytes are cut, the same lines come out. The first byte is the size of a piece."
    ) { bytes throws(BrokenPromise) in
        let stream = Array(bytes.dropFirst())
        let size = max(1, Int(bytes.first ?? 1))
        try BrokenPromise.unless(
            lines(of: stream, inPiecesOf: size) == lines(of: stream, inPiecesOf: max(1, stream.count)),
            "pieces of \(size) bytes give other lines"
        )
    }

    private static func lines(of stream: [UInt8], inPiecesOf size: Int) -> [ChannelEvent] {
        var framer = LineFramer(limitInBytes: 512)
        var events: [ChannelEvent] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            stream[start..<min(start + size, stream.count)].withUnsafeBytes { piece in
                framer.append(piece) { events.append($0) }
            }
        }
        framer.finish { events.append($0) }
        return events
    }

    static let events = FuzzTarget(
        "events",
        "A stream of server-sent events: however it is cut, the same events, and each is read again as it was written."
    ) { bytes throws(BrokenPromise) in
        let limits = EventStreamLimits(eventBytes: 4_096)
        var whole = EventStreamParser(limits: limits)
        let items = whole.append(bytes)
        var cut = EventStreamParser(limits: limits)
        try BrokenPromise.unless(bytes.flatMap { cut.append([$0]) } == items, "byte by byte it is another stream")
        // Names of our own hold no NUL, which others may send.
        for case .event(let event) in items where !event.type.utf8.contains(0) {
            var parser = EventStreamParser()
            let again = parser.append(event.encoded())
            try BrokenPromise.unless(again.contains(.event(event.withLineFeeds)), "an event is lost when it is written")
        }
    }
}

extension ServerSentEvent {
    /// As it comes out of a stream: line breaks of any kind come out as line feeds.
    fileprivate var withLineFeeds: ServerSentEvent {
        var copy = self
        copy.data = []
        var wasReturn = false
        for byte in data {
            if byte == 0x0D { copy.data.append(0x0A) } else if byte != 0x0A || !wasReturn { copy.data.append(byte) }
            wasReturn = byte == 0x0D
        }
        return copy
    }
}
