/// How long each thing may take in a conversation with a server.
package struct TalkBounds: Hashable, Sendable {
    /// The probe for the era; a server that is silent for so long counts as legacy.
    package var probe: Duration
    /// Any request, the handshake included.
    package var request: Duration
    /// The end of the process after its input was closed, and again after SIGTERM.
    package var stop: Duration

    /// All bounds from the one that the user gives: a third of it, but at most ten seconds, for the probe; the same,
    /// but at most five, for the end.
    package init(step: Duration) {
        request = step
        probe = min(step / 3, .seconds(10))
        stop = min(step, .seconds(5))
    }
}
