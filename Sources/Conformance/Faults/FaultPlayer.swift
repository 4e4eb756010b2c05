package import Health
import Probing
import Registry

/// Plays the rows of the fault matrix on one server, over each transport that it is given a stage for.
package struct FaultPlayer: Sendable {
    private let stages: [any ContactStage]
    private let rows: [FaultExpectation]
    private let silence: Duration
    private let width: Int

    /// - Parameters:
    ///   - stages: one per transport.
    ///   - rows: what is played.
    ///   - silence: over real transports, for what never comes.
    ///   - width: contacts at a time over real transports: nearly all of them wait.
    package init(stages: [any ContactStage], rows: [FaultExpectation], silence: Duration, width: Int = 12) {
        self.stages = stages
        self.rows = rows
        self.silence = silence
        self.width = width
    }

    /// What was seen, in the order of stages and rows; without what the run did not get to when it was cancelled.
    package func sightings(of subject: EntrySubject, as name: (Subject.Transport) -> Subject) async -> [FaultSighting] {
        var sightings: [FaultSighting] = []
        for stage in stages {
            sightings += await self.sightings(of: subject, as: name(stage.transport), on: stage)
        }
        return sightings
    }

    private func sightings(
        of subject: EntrySubject,
        as name: Subject,
        on stage: any ContactStage
    ) async -> [FaultSighting] {
        let chosen = rows.filter { row in row.transports.contains { $0.rawValue == name.transport.rawValue } }
        guard !chosen.isEmpty else { return [] }
        let bounds: FaultBounds = name.transport == .memory ? .virtual : .real(silence: silence)
        let performance = FaultPerformance(subject, on: stage, bounds)
        let judge = FaultJudge(subject, sound: await performance.sound()?.report.outcome)
        return await withTaskGroup(of: (Int, FaultSighting).self) { group in
            var found: [Int: FaultSighting] = [:]
            var next = 0
            func startNext(_ group: inout TaskGroup<(Int, FaultSighting)>) {
                guard next < chosen.count, !Task.isCancelled else { return }
                let (index, row) = (next, chosen[next])
                group.addTask {
                    // What this server cannot show is not played.
                    let contact = judge.gap(row, over: name.transport) == nil ? await performance.contact(row) : nil
                    return (index, judge.sighting(row, as: name, contact, limit: performance.limit(row)))
                }
                next += 1
            }
            // In memory nobody waits, and more at a time only fills the machine.
            for _ in 0..<(name.transport == .memory ? 1 : width) { startNext(&group) }
            while let (index, sighting) = await group.next() {
                found[index] = sighting
                startNext(&group)
            }
            return chosen.indices.compactMap { found[$0] }
        }
    }
}
