package import Probing

/// Where the servers of entries are performed: as processes of the mock, behind HTTP, or in memory.
package protocol EntryStage: Sendable {
    /// The way to a server for whole conversations.
    func host(_ play: EntryPlay) -> any ServerHost

    /// One contact, as the daemon makes it.
    /// - Returns: nil when the task was cancelled.
    func contact(_ play: EntryPlay, _ subject: ProbeSubject, _ bounds: ProbeBounds) async -> EntryContact?

    /// Why a performance shows nothing over this transport; nil where it does.
    func misfit(_ play: EntryPlay) -> String?

    /// How many processes were started so far.
    var startedProcesses: Int { get }

    /// The most memory that any of them was seen to hold, in KiB; nil where there is none.
    var peakMemoryInKiB: Int? { get }

    /// How messages travel.
    var transport: Subject.Transport { get }
}

extension EntryStage {
    /// Everything can be seen where the server is at hand.
    package func misfit(_ play: EntryPlay) -> String? { nil }
}
