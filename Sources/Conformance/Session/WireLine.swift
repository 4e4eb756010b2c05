package import JSON

/// One line that went over the wire, as it was, with what could be read from it.
package struct WireLine: Hashable, Sendable {
    /// Whose line it is.
    package enum Sender: String, Sendable {
        case client
        case server
    }

    /// When in the life of the process it came.
    package enum Phase: Sendable {
        /// Before the handshake was over.
        case opening
        /// After that.
        case operating
        /// After we closed the server's standard input.
        case closing
    }

    /// What the bytes are.
    package enum Content: Hashable, Sendable {
        /// Nothing, or white space only.
        case blank
        /// JSON, of whatever shape.
        case json(JSONValue)
        /// No JSON; the fault is named with its place.
        case notJSON(JSONError)
        /// Longer than the limit: discarded while it streamed in.
        case tooLong
        /// Read, but not kept: the record is full.
        case notKept
    }

    /// Whose line it is.
    package let sender: Sender
    /// Which process it belongs to: 0 is the main one, 1 the one for the negotiation.
    package let process: Int
    /// When in the life of that process it came.
    package let phase: Phase
    /// Time since the process was started.
    package let at: Duration
    /// The beginning of the line, without its line break.
    package let beginning: [UInt8]
    /// Bytes that the whole line had, without its line break.
    package let size: Int
    /// Whether a line break followed; only the last line can be without.
    package let isTerminated: Bool
    /// What the bytes are.
    package let content: Content

    /// A line as it was seen.
    package init(
        sender: Sender,
        process: Int = 0,
        phase: Phase = .operating,
        at: Duration = .zero,
        beginning: [UInt8],
        size: Int? = nil,
        isTerminated: Bool = true,
        content: Content
    ) {
        self.sender = sender
        self.process = process
        self.phase = phase
        self.at = at
        self.beginning = beginning
        self.size = size ?? beginning.count
        self.isTerminated = isTerminated
        self.content = content
    }

    /// The line for a report.
    package var excerpt: Excerpt {
        Excerpt(beginning, size: size)
    }
}
