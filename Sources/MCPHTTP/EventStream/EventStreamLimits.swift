/// How much of an event stream is held in memory at once.
package struct EventStreamLimits: Sendable, Hashable {
    /// The data of one event, line breaks included; a larger event is discarded and reported.
    package var eventBytes: Int
    /// The value of any other field; an event with a longer one is discarded and reported.
    package var fieldBytes: Int

    /// Defaults: 16 MiB of data, 8 KiB for an id or a name.
    package init(eventBytes: Int = 16 << 20, fieldBytes: Int = 8 << 10) {
        self.eventBytes = eventBytes
        self.fieldBytes = fieldBytes
    }
}
