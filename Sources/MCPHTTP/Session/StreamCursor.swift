/// How far an event stream of a legacy server was read, and whether it is worth going on after it broke.
package struct StreamCursor: Sendable, Hashable {
    /// What the stream is for.
    package enum Purpose: Sendable, Hashable {
        /// The answer to one request; over when that came.
        case answer
        /// Whatever the server has to say; never over by itself.
        case listening
    }

    /// What to do when the connection is gone.
    package enum Step: Sendable, Hashable {
        /// Ask again with GET after the pause; the event id is nil when there is none to name.
        case reconnect(after: Duration, lastEventID: String?)
        case done
        case lost
    }

    private let purpose: Purpose
    private let bounds: ReconnectBounds
    private var lastEventID: String?
    private var pause: Duration?
    private var failures = 0
    private var isAnswered = false

    /// Begins before the first event of a stream.
    package init(_ purpose: Purpose, bounds: ReconnectBounds = ReconnectBounds()) {
        self.purpose = purpose
        self.bounds = bounds
    }

    /// An event came, with or without data.
    package mutating func advanced(to eventID: String?) {
        lastEventID = eventID ?? lastEventID
        failures = 0
    }

    /// The server named the pause before a reconnection; a longer one than we wait is shortened.
    package mutating func retry(milliseconds: Int) {
        pause = min(.milliseconds(milliseconds), bounds.longestPause)
    }

    /// The answer came.
    package mutating func answered() {
        isAnswered = true
    }

    /// The connection ended, or could not be made again.
    package mutating func ended() -> Step {
        if purpose == .answer {
            if isAnswered { return .done }
            // Without an event id the server cannot know what we missed.
            guard lastEventID != nil else { return .lost }
        }
        guard failures < bounds.attempts else { return .lost }
        defer { failures += 1 }
        let pause = pause ?? bounds.firstPause
        // The server's own pause is kept to the letter; ours doubles with each failure.
        let wait = self.pause ?? min(pause * (1 << min(failures, 16)), bounds.longestPause)
        return .reconnect(after: wait, lastEventID: lastEventID)
    }
}
