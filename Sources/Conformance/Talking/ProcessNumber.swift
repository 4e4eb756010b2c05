/// Numbers of processes in a record.
enum ProcessNumber {
    /// The one that is talked to.
    static let main = 0
    /// The one for the negotiation of a revision that does not exist.
    static let negotiation = 1
    /// One that did not survive the probe, so that another was started.
    static let probe = 2
    /// The one whose client declares that it can be asked.
    static let dialogue = 3
}
