/// The first line of a fixture: what the rest is a record of.
package struct FixtureHeader: Sendable, Hashable {
    /// How the client and the server were connected.
    package enum Transport: String, Sendable, Hashable, CaseIterable {
        case stdio, http
    }

    /// The entry of the registry that it belongs to; nil for a server without one.
    package var integration: String?
    /// Which situation it shows.
    package var kind: FixtureKind
    /// Whether it was seen or read about.
    package var provenance: Provenance
    /// What was running.
    package var server: FixtureServer
    /// The revision that both sides agreed on; nil where they came to no agreement.
    package var revision: String?
    /// How the messages travelled.
    package var transport: Transport
    /// The day of the recording, or of the documentation.
    package var recordedAt: CalendarDay
    /// From this day on it is too old to be believed; nil for never.
    package var expires: CalendarDay?
    /// What was taken out, by the placeholder that stands there now, with the number of places.
    package var redactions: [String: Int]
    /// What somebody who relies on it should know; nil for nothing.
    package var note: String?

    /// Describes a fixture; the rest is rarely needed.
    package init(
        integration: String? = nil,
        kind: FixtureKind,
        provenance: Provenance = .recorded,
        server: FixtureServer = FixtureServer(),
        revision: String? = nil,
        transport: Transport = .stdio,
        recordedAt: CalendarDay,
        expires: CalendarDay? = nil,
        redactions: [String: Int] = [:],
        note: String? = nil
    ) {
        self.integration = integration
        self.kind = kind
        self.provenance = provenance
        self.server = server
        self.revision = revision
        self.transport = transport
        self.recordedAt = recordedAt
        self.expires = expires
        self.redactions = redactions
        self.note = note
    }

    /// Whether the fixture is too old on a day.
    package func isExpired(on day: CalendarDay) -> Bool {
        expires.map { $0 <= day } ?? false
    }
}
