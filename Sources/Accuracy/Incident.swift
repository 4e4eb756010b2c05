package import Health

/// A trouble that begins and ends at moments which a script chose, and what a monitor made of it.
package struct Incident: Sendable, Hashable {
    /// When the server turns bad.
    package let begins: Moment
    /// When it is sound again.
    package let ends: Moment
    /// When nobody looks any longer.
    package let closes: Moment

    /// Chooses the moments: long enough for every state of the table to be reached, and for the recovery.
    package init(_ policy: HealthPolicy, _ dice: inout Dice) {
        let step = policy.probeEvery
        begins = Moment(step * (2 + 2 * dice.chance()))
        ends = begins.advanced(by: step * (4 + 4 * dice.chance()))
        closes = ends.advanced(by: step * 10)
    }

    /// What was shown at the moments that count, and how long it took.
    package struct Story: Sendable, Hashable {
        /// Just before the server turned bad.
        package let before: HealthState
        /// Just before it was sound again.
        package let during: HealthState
        /// At the end.
        package let after: HealthState
        /// From the beginning until something else was shown than before; nil when nothing ever was.
        package let noticed: Duration?
        /// From the beginning until the state was shown at which it stayed; nil when it never changed.
        package let settled: Duration?
        /// From the end of the trouble until the state from before was shown again.
        package let recovered: Duration?
    }

    /// Plays it: the machine asks when to look, the script says what is found there.
    /// - Parameters:
    ///   - machine: configured at the origin.
    ///   - sound: what a contact with the sound server came to.
    ///   - faulty: what a contact came to while it was bad.
    ///   - dice: spread the looks, as the daemon does.
    /// - Returns: what was shown, and when.
    package func story(
        of machine: HealthMachine,
        sound: Outcome,
        faulty: Outcome,
        _ dice: inout Dice
    ) -> Story {
        var machine = machine
        var shown = [(at: Moment.origin, state: machine.state(at: .origin))]
        func note(_ events: [HealthEvent]) {
            for case .changed(let change) in events { shown.append((change.at, change.to)) }
        }
        var now = Moment.origin
        while true {
            let wait = max(.seconds(1), machine.nextProbe.since(now))
            let start = now.advanced(by: wait * (1 + Self.jitter * dice.chance()))
            guard start < closes else { break }
            var outcome = start >= begins && start < ends ? faulty : sound
            let took = outcome.at.since(outcome.startedAt)
            (outcome.startedAt, outcome.at) = (start, start.advanced(by: took))
            now = outcome.at
            note(machine.observe(outcome, at: now))
        }
        note(machine.tick(at: closes))
        return told(by: shown)
    }

    /// As much as the daemon spreads its looks.
    private static let jitter = 0.1

    private func told(by shown: [(at: Moment, state: HealthState)]) -> Story {
        func state(at moment: Moment) -> HealthState {
            shown.last { $0.at < moment }?.state ?? .unknown
        }
        let (before, during) = (state(at: begins), state(at: ends))
        let bad = shown.filter { $0.at >= begins && $0.at < ends }
        let settling = bad.last { $0.state == during }
        return Story(
            before: before,
            during: during,
            after: state(at: closes),
            noticed: bad.first.map { $0.at.since(begins) },
            settled: settling.map { $0.at.since(begins) },
            recovered: shown.first { $0.at >= ends && $0.state == before }?.at.since(ends)
        )
    }
}
