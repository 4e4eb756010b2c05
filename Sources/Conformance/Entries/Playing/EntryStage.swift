/// Where the servers of entries are performed: as processes of the mock, or in memory.
package protocol EntryStage: ContactStage {
    /// The way to a server for whole conversations.
    func host(_ play: EntryPlay) -> any ServerHost

    /// How many processes were started so far.
    var startedProcesses: Int { get }

    /// The most memory that any of them was seen to hold, in KiB; nil where there is none.
    var peakMemoryInKiB: Int? { get }
}
