/// Turns the lines that a mock writes into the body of a response: events of a stream, or one JSON document.
///
/// It works on bytes cut anywhere, so that what breaks off in the middle of a line breaks off in the body too.
struct BodyFramer: Sendable {
    private static let start = Array("data: ".utf8)

    /// Whether each line becomes an event.
    let isEventStream: Bool
    private var isAtLineStart = true
    private var owesLineEnd = false

    init(isEventStream: Bool) {
        self.isEventStream = isEventStream
    }

    /// The bytes of the body for some bytes of lines.
    mutating func frame(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        isEventStream ? events(bytes) : document(bytes)
    }

    private mutating func events(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var body: [UInt8] = []
        for byte in bytes {
            if isAtLineStart { body += Self.start }
            isAtLineStart = byte == 0x0A
            body.append(byte)
            if isAtLineStart { body.append(0x0A) }
        }
        return body
    }

    /// A line end separates documents, and none follows the last.
    private mutating func document(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var body: [UInt8] = []
        for byte in bytes {
            if owesLineEnd { body.append(0x0A) }
            owesLineEnd = byte == 0x0A
            if !owesLineEnd { body.append(byte) }
        }
        return body
    }
}
