/// What came of getting a server ready.
package enum EntryPreparation: Sendable, Hashable {
    /// It can be started; where something was installed, by which client.
    case ready(client: String?)
    /// What the entry says cannot be installed: the verdict about that.
    case refused(Verdict)
    /// It cannot be tried here: why.
    case impossible(Verdict)
}
