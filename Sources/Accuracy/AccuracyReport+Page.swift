import Health

extension AccuracyReport {
    /// The page of the documentation.
    ///
    /// The chart is named by its path from there.
    package func page(chart: String) -> String {
        ([opening(chart)] + parts.map(section) + [Self.closing]).joined(separator: "\n\n") + "\n"
    }

    private func opening(_ chart: String) -> String {
        """
        # Health accuracy

        How often is a state shown that is not so, and how long does it take until trouble is seen? Every row of
        [the fault matrix](fault-matrix.md) is played on every integration, and what was shown is held against what the
        table declares; the classifier is never asked what was right. This page is written by the run itself:

            \(setting.command)

        \(setting.date), \(setting.machine), seed \(setting.seed), \(setting.integrations) integrations.

        ![Shown states, and what simpler checks miss](\(chart))
        """
    }

    private static let closing = """
        ## How to read it

        - **Expected** comes from the declared table alone. Where the entry of an integration declares a signature for what
          was seen, its meaning counts in place of the row's; how often is said under each heading.
        - **In virtual time** a script chooses when the trouble begins and ends, the health machine says when to look, and
          looks are spread as the daemon spreads them. Four states are held against the table for each incident: just
          before it, just before its end, long after it, and that of a server which was met in trouble at first. Only probes
          look there; ended processes and failing calls of users, which the daemon hears of at once, are left out, so that
          the times are the longest ones. What a contact comes to is found out by a real contact with the mock, each on a
          clock of its own; in the incident, that contact happens again and again.
        - **Over processes** one contact is made for each row with a process of its own, and the states follow from it at first,
          after a good contact, and when it goes on. Noticed is the time of that one contact. Bounds are smaller there than
          the daemon's, so that no minutes are spent on waiting.
        - **ping** and **tools/list** open a session of their own in memory. Over processes they are credited with what the
          same contact showed: the one with every session that opened, the other with every list that came.
        - **A false alarm** is trouble shown, or green lost, after a contact with a server of which nothing is wrong but that it takes
          up to nine tenths of what the policy calls slow. Over processes, harmless faults count as such contacts.
        - A server whose entry knows no way to prove its credential is expected to be *unknown*, not green.
        """

    private func section(_ part: AccuracyPart) -> String {
        let isVirtual = part.transport == .memory
        let title = isVirtual ? "In virtual time" : "Over real processes: \(part.transport.rawValue)"
        return """
            ## \(title)

            \(part.servers) servers, \(part.contacts) contacts under faults or sound, \(part.confusion.total) states held against the
            table, **\(part.confusion.wrong) wrong**. \(part.notApplicable) rows cannot show on their server; in \(part.byEntry) the words of
            the entry decide; \(part.incomplete.count) could not be played.

            \(confusion(part))

            | | times | half within | 90 % | 99 % | longest |
            | --- | --- | --- | --- | --- | --- |
            \(times("something is noticed", part.noticed))
            \(isVirtual ? times("the lasting state is shown", part.settled) + "\n" : "")\(recovery(part))
            \(part.healthyContacts) contacts with healthy servers: \(part.falseAlarms) false alarms\(rate(part)).

            | | dead, called up | sound, called down | in trouble, has no word for it |
            | --- | --- | --- | --- |
            | OpenWork | \(wronglyUp(part)) | \(part.falseAlarms) of \(part.healthyContacts) | – |
            \(part.checks.sorted { $0.key < $1.key }.map(check).joined(separator: "\n"))
            """
    }

    private func confusion(_ part: AccuracyPart) -> String {
        let states = HealthState.allCases
        let head =
            "| expected, then shown | " + states.map { "\($0.icon) \($0.rawValue)" }.joined(separator: " | ") + " |"
        let rule = "| --- |" + states.map { _ in " --- |" }.joined()
        let rows = states.map { expected in
            "| \(expected.icon) \(expected.rawValue) | "
                + states.map { "\(part.confusion.count(expected, $0))" }.joined(separator: " | ") + " |"
        }
        return ([head, rule] + rows).joined(separator: "\n")
    }

    private func recovery(_ part: AccuracyPart) -> String {
        part.recovered.count == 0 ? "" : times("all is shown to be well again", part.recovered) + "\n"
    }

    private func times(_ name: String, _ times: Distribution) -> String {
        let parts = Distribution.parts.map { times.quantile($0.1)?.shown ?? "–" }
        return "| \(name) | \(times.count) | \(parts.joined(separator: " | ")) |"
    }

    private func rate(_ part: AccuracyPart) -> String {
        guard part.healthyContacts > 0 else { return "" }
        let rate = Double(part.falseAlarms) * 10_000 / Double(part.healthyContacts)
        return ", \((rate * 10).rounded() / 10) in 10,000"
    }

    /// Lost servers that were shown as connected.
    private func wronglyUp(_ part: AccuracyPart) -> String {
        let lost = HealthState.allCases.reduce(0) { $0 + part.confusion.count(.disconnected, $1) }
        return "\(part.confusion.count(.disconnected, .connected)) of \(lost)"
    }

    private func check(_ name: String, _ tally: CheckTally) -> String {
        "| \(name) | \(tally.missed) of \(tally.lost) | \(tally.falseAlarms) of \(tally.sound) | \(tally.troubled) |"
    }
}
