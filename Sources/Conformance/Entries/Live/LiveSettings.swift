/// What a live run is given by its user.
package struct LiveSettings: Sendable {
    /// Where servers are installed: a folder for each integration and server.
    package var prefix: String
    /// Values by variable, of all integrations together; a server gets only those that it declares.
    package var given: [String: String]
    /// Whether a stand-in takes the vendor's place, and samples that of credentials.
    package var hasStandIn: Bool
    /// The variables that every server gets.
    package var base: [String: String]
    /// How long a server is listened to that says nothing, as its entry declares.
    package var silence: Duration
    /// How long a server may take to end.
    package var stopBound: Duration

    /// Without credentials, at the real vendors.
    package init(prefix: String, base: [String: String], stopBound: Duration) {
        self.prefix = prefix
        self.base = base
        self.stopBound = stopBound
        given = [:]
        hasStandIn = false
        silence = .seconds(15)
    }
}
