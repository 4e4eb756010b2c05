/// The longest a client session waits for each thing a server owes it; all must be positive.
package struct ClientBounds: Sendable, Hashable {
    /// From opening to ready, probe, fallback and respawn included.
    package var start: Duration
    /// From the probe to its answer; afterwards the server counts as legacy.
    package var probe: Duration
    /// From `initialize` to its answer.
    package var handshake: Duration
    /// From a request to its answer, or to its latest progress; the default for each request.
    package var request: Duration
    /// From a request to its answer, however much progress it reports.
    package var requestWithProgress: Duration

    /// Sets the bounds; the defaults leave room for a package that is still being downloaded when it starts.
    package init(
        start: Duration = .seconds(30),
        probe: Duration = .seconds(3),
        handshake: Duration = .seconds(15),
        request: Duration = .seconds(60),
        requestWithProgress: Duration = .seconds(600)
    ) {
        self.start = start
        self.probe = probe
        self.handshake = handshake
        self.request = request
        self.requestWithProgress = requestWithProgress
    }
}
