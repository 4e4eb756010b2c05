/// The longest the HTTP transport waits where no request of the session is waiting and counting itself.
package struct HTTPClientBounds: Sendable, Hashable {
    /// For a message without an answer to be accepted, and for a session to be opened again or ended.
    package var delivery: Duration
    /// From asking for an event stream to its head, and to the `endpoint` event of a server of 2024-11-05.
    package var stream: Duration
    /// How often and how soon broken streams are taken up again.
    package var reconnect: ReconnectBounds

    /// Defaults: 15 seconds for each, and five reconnections.
    package init(
        delivery: Duration = .seconds(15),
        stream: Duration = .seconds(15),
        reconnect: ReconnectBounds = ReconnectBounds()
    ) {
        self.delivery = delivery
        self.stream = stream
        self.reconnect = reconnect
    }
}
