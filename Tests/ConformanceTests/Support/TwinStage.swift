import Conformance
import Probing

/// The stage in memory, with what is wrong about a twin.
struct TwinStage: EntryStage {
    /// Faults of every sound mock, as they are written for it.
    let faults: [String]
    /// What is changed of each contact that was made.
    let change: @Sendable (inout EntryContact, EntryPlay) -> Void

    /// What came of installing it.
    let preparation: EntryPreparation

    private let inner = MemoryStage()

    var startedProcesses: Int { 0 }
    var peakMemoryInKiB: Int? { nil }
    var transport: Subject.Transport { .memory }

    init(
        faults: [String],
        preparation: EntryPreparation,
        change: @escaping @Sendable (inout EntryContact, EntryPlay) -> Void
    ) {
        (self.faults, self.preparation, self.change) = (faults, preparation, change)
    }

    func prepare(_ subject: EntrySubject) async -> EntryPreparation { preparation }

    func host(_ play: EntryPlay) -> any ServerHost {
        inner.host(broken(play))
    }

    func contact(_ play: EntryPlay, _ subject: ProbeSubject, _ bounds: ProbeBounds) async -> EntryContact? {
        guard var contact = await inner.contact(broken(play), subject, bounds) else { return nil }
        change(&contact, play)
        return contact
    }

    private func broken(_ play: EntryPlay) -> EntryPlay {
        guard play.condition == .sound, !faults.isEmpty else { return play }
        return EntryPlay(play.integration, play.server, .faulty(faults), configuration: play.configuration)
    }
}
