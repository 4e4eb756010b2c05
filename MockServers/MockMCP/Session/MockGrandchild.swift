/// A child that outlives its parent for a while and does nothing but hold its pipes.
package struct MockGrandchild: Sendable, Hashable {
    /// After this time it ends by itself, so that no test leaves one behind for ever.
    package var lifetimeInSeconds: Int
    /// Whether it leaves the process group, where a signal to the group does not reach it.
    package var leavesSession: Bool
}
