package import Probing

/// Where contacts with the servers of entries are made, over one transport.
package protocol ContactStage: Sendable {
    /// One contact, as the daemon makes it.
    /// - Returns: nil when the task was cancelled, or the server cannot be played here.
    func contact(_ play: EntryPlay, _ subject: ProbeSubject, _ bounds: ProbeBounds) async -> EntryContact?

    /// How messages travel.
    var transport: Subject.Transport { get }
}
