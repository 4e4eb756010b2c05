import Health
import MCP
import Probing
import Registry

/// One server on one stage: makes the contacts that are judged, each as the daemon makes it.
struct FaultPerformance: Sendable {
    private let subject: EntrySubject
    private let stage: any ContactStage
    private let bounds: FaultBounds
    private let probed: ProbeSubject

    init(_ subject: EntrySubject, on stage: any ContactStage, _ bounds: FaultBounds) {
        self.subject = subject
        self.stage = stage
        self.bounds = bounds
        probed = ProbeSubject(
            subject.integration,
            server: subject.server,
            configuration: subject.configuration,
            isLoggedIn: true
        )
    }

    /// A contact without any fault, which all others are compared with.
    func sound() async -> EntryContact? {
        await contact(.sound, of: probed, ProbeBounds(subject.policy))
    }

    /// A contact under the faults of a row.
    func contact(_ row: FaultExpectation) async -> EntryContact? {
        let bounds = probeBounds(row)
        var probed = probed
        probed.probe?.timeLimit = bounds.probe
        return await contact(.faulty(row.faults), of: probed, bounds)
    }

    /// By when its verdict must be there.
    func limit(_ row: FaultExpectation) -> Duration {
        bounds.limit(for: row, probeBounds(row))
    }

    private func probeBounds(_ row: FaultExpectation) -> ProbeBounds {
        var bounds = bounds.probeBounds(for: row, policy: subject.policy)
        if self.bounds.silence == nil, let own = probed.probe?.timeLimit {
            // A probe that may take longer than usual gives the whole contact as much more.
            bounds.contact += max(.zero, own - bounds.probe)
            bounds.probe = own
        }
        return bounds
    }

    private func contact(
        _ condition: EntryPlay.Condition,
        of probed: ProbeSubject,
        _ bounds: ProbeBounds
    ) async -> EntryContact? {
        let play = EntryPlay(
            subject.played.integration,
            subject.played.server,
            condition,
            configuration: subject.configuration
        )
        return await stage.contact(play, probed, bounds)
    }
}
