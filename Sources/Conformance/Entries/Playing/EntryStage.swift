import Registry

/// Where the servers of entries are performed: by the mock as a process, behind HTTP or in memory, from recordings, or by the servers themselves.
package protocol EntryStage: ContactStage {
    /// Gets the server ready to be started; once for each.
    func prepare(_ subject: EntrySubject) async -> EntryPreparation

    /// On which terms something is played.
    func terms(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms

    /// The way to a server for whole conversations.
    func host(_ play: EntryPlay) -> any ServerHost

    /// Whether what is played here says anything about a rule, given what an entry's check needs; nil for a protocol's.
    func judges(_ check: Check, _ needs: Set<EntryCheck.Need>?) -> Bool

    /// How trustworthy a verdict is.
    var kind: Subject.Kind { get }

    /// How many processes were started so far.
    var startedProcesses: Int { get }

    /// The most memory that any of them was seen to hold, in KiB; nil where there is none.
    var peakMemoryInKiB: Int? { get }
}

/// What holds for the mock: it is always ready, plays everything, and is given samples.
extension EntryStage {
    /// At once.
    package func prepare(_ subject: EntrySubject) async -> EntryPreparation { .ready(client: nil) }

    /// With everything that the entry wants, made up, and one thing too many.
    package func terms(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms { .ofMock(subject, scene) }

    /// About every rule.
    package func judges(_ check: Check, _ needs: Set<EntryCheck.Need>?) -> Bool { true }

    /// The mock's.
    package var kind: Subject.Kind { .mock }
}
