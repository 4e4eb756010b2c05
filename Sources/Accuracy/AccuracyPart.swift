package import Health
package import JSON

/// What was counted over one transport.
package struct AccuracyPart: Sendable, Hashable {
    /// How the servers were reached.
    package let transport: FaultExpectation.Transport
    /// Servers.
    package var servers = 0
    /// Contacts that were made.
    package var contacts = 0
    /// Rows that a server cannot show, over all servers.
    package var notApplicable = 0
    /// Contacts that could not be made.
    package var incomplete: [String] = []
    /// Rows whose meaning the entry's own words decide and not the table.
    package var byEntry = 0
    /// What was expected, and what was shown.
    package var confusion = Confusion()
    /// From the beginning of a trouble until something else was shown; over processes, until the verdict of one contact.
    package var noticed = Distribution()
    /// Until the state was shown that the table says follows when it goes on.
    package var settled = Distribution()
    /// From the end of a trouble until the state from before was shown.
    package var recovered = Distribution()
    /// What others would have said in the same runs, by their names.
    package var checks: [String: CheckTally] = [:]
    /// Contacts with servers of which nothing is wrong.
    package var healthyContacts = 0
    /// Of those, the ones after which trouble was shown.
    package var falseAlarms = 0

    /// Nothing was counted yet.
    package init(_ transport: FaultExpectation.Transport) { self.transport = transport }

    /// The counts of another one, too.
    package mutating func add(_ other: AccuracyPart) {
        servers += other.servers
        contacts += other.contacts
        notApplicable += other.notApplicable
        incomplete += other.incomplete
        byEntry += other.byEntry
        confusion.add(other.confusion)
        noticed.add(other.noticed)
        settled.add(other.settled)
        recovered.add(other.recovered)
        for (name, tally) in other.checks { checks[name, default: CheckTally()].add(tally) }
        healthyContacts += other.healthyContacts
        falseAlarms += other.falseAlarms
    }

    /// Whether anything was otherwise than declared.
    package var isSound: Bool { confusion.wrong == 0 && falseAlarms == 0 && incomplete.isEmpty }

    /// Everything that was counted.
    package var json: JSONValue {
        var checks: JSONObject = [:]
        for (name, tally) in self.checks.sorted(by: { $0.key < $1.key }) { checks[name] = tally.json }
        return [
            "transport": .string(transport.rawValue), "servers": JSONValue(servers), "contacts": JSONValue(contacts),
            "notApplicable": JSONValue(notApplicable), "byEntry": JSONValue(byEntry),
            "incomplete": .array(incomplete.map { .string($0) }),
            "states": JSONValue(confusion.total), "wrong": JSONValue(confusion.wrong), "confusion": confusion.json,
            "mistakes": .array(confusion.mistakes.map { .string($0) }),
            "noticedSeconds": noticed.json, "settledSeconds": settled.json, "recoveredSeconds": recovered.json,
            "healthyContacts": JSONValue(healthyContacts), "falseAlarms": JSONValue(falseAlarms),
            "checks": .object(checks),
        ]
    }
}
