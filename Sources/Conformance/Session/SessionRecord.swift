package import MCP

/// Everything that was sent to a server in one revision and everything that came back: what checks judge.
package struct SessionRecord: Hashable, Sendable {
    /// The revision spoken, or the one asked for when no handshake succeeded.
    package var revision: ProtocolRevision
    /// How the main session began.
    package var opening: Opening
    /// All lines of all processes, in order per process.
    package var lines: [WireLine]
    /// Lines that were read but no longer kept.
    package var unkeptLines: Int
    /// Single requests, by step; a step that was not asked for has no entry.
    package var exchanges: [Step: Exchange]
    /// Why there was nothing to try, by step: a capability never declared, a fixture that is not there.
    package var gaps: [Step: String]
    /// The walks through the tool list, by step.
    package var listings: [Step: Listing]
    /// Which tool was called.
    package var choice: CallChoice
    /// What single HTTP requests brought, by step; empty where there is no HTTP.
    package var trials: [Step: HTTPTrial]
    /// The HTTP requests of the session itself, in order.
    package var turns: [HTTPTurn]
    /// How messages travelled.
    package var carrier: Carrier
    /// How the main process ended; nil in memory, and when it was never started.
    package var ending: ProcessEnding?
    /// How long each step may take.
    package var bound: Duration
    /// How long the server may take to end after its input was closed.
    package var stopBound: Duration

    /// A record with nothing in it but how it began.
    package init(
        revision: ProtocolRevision,
        opening: Opening,
        lines: [WireLine] = [],
        unkeptLines: Int = 0,
        exchanges: [Step: Exchange] = [:],
        gaps: [Step: String] = [:],
        listings: [Step: Listing] = [:],
        choice: CallChoice = .none("no tool was looked for"),
        trials: [Step: HTTPTrial] = [:],
        turns: [HTTPTurn] = [],
        carrier: Carrier = .pipes,
        ending: ProcessEnding? = nil,
        bound: Duration,
        stopBound: Duration
    ) {
        self.revision = revision
        self.opening = opening
        self.lines = lines
        self.unkeptLines = unkeptLines
        self.exchanges = exchanges
        self.gaps = gaps
        self.listings = listings
        self.choice = choice
        self.trials = trials
        self.turns = turns
        self.carrier = carrier
        self.ending = ending
        self.bound = bound
        self.stopBound = stopBound
    }

    /// The server's lines, in order.
    package var serverLines: [WireLine] {
        lines.filter { $0.sender == .server }
    }

    /// The server's messages, in order, batches taken apart.
    package var serverMessages: [WireMessage] {
        serverLines.flatMap(WireMessage.messages)
    }

    /// Our messages, in order.
    package var clientMessages: [WireMessage] {
        lines.filter { $0.sender == .client }.flatMap(WireMessage.messages)
    }
}
