/// One event of a `text/event-stream`, as it is dispatched to whoever reads the stream.
package struct ServerSentEvent: Sendable, Hashable {
    /// The event's name; `message` when the stream names none.
    package var type: String
    /// The lines of data joined by line feeds, undecoded: whoever parses them reports invalid UTF-8.
    package var data: [UInt8]
    /// The last event id the stream had set when the event ended; nil when it has set none, or reset it.
    package var id: String?

    /// Makes an event; without a type it is a `message`.
    package init(type: String = "message", data: [UInt8], id: String? = nil) {
        self.type = type
        self.data = data
        self.id = id
    }
}
