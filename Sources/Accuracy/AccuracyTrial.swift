package import Conformance
package import Health
import Probing
import Registry

/// One server, played under every row of the fault table, and what was shown held against what the table says.
package struct AccuracyTrial: Sendable {
    private let subject: EntrySubject
    private let rows: [FaultExpectation]
    private let seed: UInt64

    /// - Parameters:
    ///   - subject: the server.
    ///   - rows: what is played.
    ///   - seed: chooses the moments of incidents, and what is random in faults.
    package init(_ subject: EntrySubject, rows: [FaultExpectation] = FaultExpectation.all, seed: UInt64) {
        (self.subject, self.rows, self.seed) = (subject, rows, seed)
    }

    // MARK: In virtual time

    /// Incidents in memory: each row begins and ends at a moment of its own, and the machine itself says when to look.
    package func simulated() async -> AccuracyPart {
        var part = AccuracyPart(.memory)
        part.servers = 1
        let stage = MemoryStage(seed: seed)
        guard let sound = await contact(.sound, ProbeBounds(subject.policy), on: stage)?.report.outcome else {
            part.incomplete.append("\(title): no contact was made with the sound server")
            return part
        }
        part.contacts += 1
        let judge = FaultJudge(subject, sound: sound)
        var dice = Dice(seed: seed ^ UInt64(truncatingIfNeeded: title.utf8.reduce(5_381) { $0 &* 33 &+ Int($1) }))
        for row in rows where row.transports.contains(.memory) {
            let bounds = bounds(row)
            let contact = await contact(.faulty(row.faults), bounds, on: stage)
            let name = Subject(name: title, kind: .mock, transport: .memory)
            switch judge.sighting(row, as: name, contact, limit: .zero).result {
            case .notApplicable: part.notApplicable += 1
            case .incomplete(let note): part.incomplete.append("\(title), \(row.fault): \(note)")
            case .seen(let seen):
                guard let outcome = contact?.report.outcome else { continue }
                part.contacts += 1
                let meant = meant(row, seen)
                if meant.code != row.code { part.byEntry += 1 }
                play(meant, sound: sound, faulty: outcome, &dice, &part)
                let glance = Glance(subject: subject, faults: row.faults, bounds: bounds, seed: seed)
                let expected = meant.state(after: .lasting, isProven: isProven)
                part.checks[Glance.ping, default: CheckTally()].add(isUp: await glance.pings(), expected: expected)
                part.checks[Glance.list, default: CheckTally()].add(isUp: await glance.lists(), expected: expected)
            }
        }
        return part
    }

    private func play(
        _ row: FaultExpectation,
        sound: Outcome,
        faulty: Outcome,
        _ dice: inout Dice,
        _ part: inout AccuracyPart
    ) {
        let place = "\(title), \(row.faults.joined(separator: " + "))"
        let incident = Incident(subject.policy, &dice)
        let story = incident.story(of: subject.machine(), sound: sound, faulty: faulty, &dice)
        let (healthy, lasting) = (healthy, row.state(after: .lasting, isProven: isProven))
        part.confusion.add(expected: healthy, shown: story.before, at: "\(place), before")
        part.confusion.add(expected: lasting, shown: story.during, at: "\(place), while it lasted")
        part.confusion.add(expected: healthy, shown: story.after, at: "\(place), afterwards")
        // Somebody may also meet the server in trouble at once, when it was configured just now.
        var first = subject.machine()
        _ = first.observe(faulty, at: faulty.at)
        let wanted = row.state(after: .first, isProven: isProven)
        part.confusion.add(expected: wanted, shown: first.state(at: faulty.at), at: "\(place), at first")
        guard lasting != healthy else { return }
        part.noticed.add(story.noticed)
        if story.during == lasting { part.settled.add(story.settled) }
        part.recovered.add(story.recovered)
    }

    /// Contacts with a server that is well, and as slow as it may be: how many there were, and after how many of them
    /// trouble was shown.
    package func healthy(contacts count: Int) async -> AccuracyPart {
        var part = AccuracyPart(.memory)
        var dice = Dice(seed: seed &+ 77)
        let stage = MemoryStage(seed: seed)
        var machine = subject.machine()
        var now = Moment.origin
        let room = Int(min(subject.policy.slowLimit, ProbeBounds(subject.policy).probe).milliseconds * 9 / 10)
        for _ in 0..<count {
            let delay = Int(Double(room) * dice.chance() * 0.8)
            let fault = "latency=\(delay)ms,jitter=\(Int(Double(room - delay) * dice.chance()))ms,method=tools/call"
            let made = await contact(.faulty([fault]), ProbeBounds(subject.policy), on: stage)
            guard var outcome = made?.report.outcome else {
                part.incomplete.append("\(title): no contact was made")
                continue
            }
            let start = now.advanced(by: max(.seconds(1), machine.nextProbe.since(now)) * (1 + 0.1 * dice.chance()))
            let took = outcome.at.since(outcome.startedAt)
            (outcome.startedAt, outcome.at) = (start, start.advanced(by: took))
            now = outcome.at
            let events = machine.observe(outcome, at: now)
            part.healthyContacts += 1
            if machine.state(at: now) != healthy || isTrouble(events) { part.falseAlarms += 1 }
        }
        return part
    }

    private func isTrouble(_ events: [HealthEvent]) -> Bool {
        events.contains { event in
            if case .changed(let change) = event { [.degraded, .disconnected].contains(change.to) } else { false }
        }
    }

    // MARK: Over real processes

    /// One contact for each row, and the states that follow from it.
    package func played(on stage: any ContactStage, silence: Duration) async -> AccuracyPart {
        guard let transport = FaultExpectation.Transport(rawValue: stage.transport.rawValue) else {
            return AccuracyPart(.memory)
        }
        var part = AccuracyPart(transport)
        part.servers = 1
        let player = FaultPlayer(stages: [stage], rows: rows, silence: silence, width: 6)
        let name = Subject(
            name: subject.integration.id,
            server: subject.server.id,
            kind: .mock,
            transport: stage.transport
        )
        for sighting in await player.sightings(of: subject, as: { _ in name }) {
            switch sighting.result {
            case .notApplicable: part.notApplicable += 1
            case .incomplete(let note): part.incomplete.append("\(title), \(sighting.row.fault): \(note)")
            case .seen(let seen): count(seen, sighting.row, &part)
            }
        }
        return part
    }

    private func count(_ seen: FaultSighting.Seen, _ row: FaultExpectation, _ part: inout AccuracyPart) {
        part.contacts += 1
        let meant = meant(row, seen)
        if meant.code != row.code { part.byEntry += 1 }
        for history in FaultExpectation.History.allCases {
            var expected = meant.state(after: history, isProven: isProven)
            // The entry may bear no failure at all.
            if history == .once, meant.code.outcomeClass == .reach, subject.policy.failuresUntilDisconnected == 1 {
                expected = .disconnected
            }
            part.confusion.add(
                expected: expected,
                shown: seen.states[history] ?? .unknown,
                at:
                    "\(title) over \(part.transport.rawValue), \(row.faults.joined(separator: " + ")), \(history.rawValue)"
            )
        }
        let expected = meant.state(after: .lasting, isProven: isProven)
        let isOpen = seen.step == .probe || seen.step == .list
        let isListed = seen.step == .probe || seen.step == .list && seen.code.outcomeClass == .good
        part.checks[Glance.ping, default: CheckTally()].add(isUp: isOpen, expected: expected)
        part.checks[Glance.list, default: CheckTally()].add(isUp: isListed, expected: expected)
        if meant.code.outcomeClass == .good, meant.code == .ok {
            part.healthyContacts += 1
            if seen.states[.once] != healthy { part.falseAlarms += 1 }
        } else {
            part.noticed.add(seen.elapsed)
        }
    }

    // MARK: What is expected

    private var title: String { "\(subject.integration.id)/\(subject.server.id)" }

    /// Whether the entry says how its credential is proven: by a call, by its list, or by needing none.
    private var isProven: Bool {
        let (entry, server) = (subject.integration, subject.server)
        let rules = ClassifierRules(entry, server: server, configuration: subject.configuration, isLoggedIn: true)
        return entry.auth(of: server).kind == .none || entry.probe(of: server) != nil || rules.listingProvesCredential
    }

    /// What is shown of the sound server.
    private var healthy: HealthState { isProven ? .connected : .unknown }

    /// The row, in the words of an entry that declares a signature for what was seen.
    private func meant(_ row: FaultExpectation, _ seen: FaultSighting.Seen) -> FaultExpectation {
        let declared = subject.integration.authSignatures(of: subject.server).map(\.outcome.rawValue)
        guard seen.isDeclared, declared.contains(seen.code.rawValue) else { return row }
        var row = row
        row.code = seen.code
        return row
    }

    // MARK: Contacts

    /// The daemon's own bounds: in memory nobody really waits.
    private func bounds(_ row: FaultExpectation) -> ProbeBounds {
        var bounds = FaultBounds.virtual.probeBounds(for: row, policy: subject.policy)
        if let own = probed.probe?.timeLimit {
            bounds.contact += max(.zero, own - bounds.probe)
            bounds.probe = own
        }
        return bounds
    }

    private var probed: ProbeSubject {
        ProbeSubject(
            subject.integration,
            server: subject.server,
            configuration: subject.configuration,
            isLoggedIn: true
        )
    }

    private func contact(
        _ condition: EntryPlay.Condition,
        _ bounds: ProbeBounds,
        on stage: any ContactStage
    ) async -> EntryContact? {
        let played = subject.played
        let play = EntryPlay(played.integration, played.server, condition, configuration: subject.configuration)
        return await stage.contact(play, probed, bounds)
    }
}
