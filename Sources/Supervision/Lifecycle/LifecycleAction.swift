package import Health

/// What is to be done for a server after something happened to it.
package enum LifecycleAction: Sendable, Hashable {
    /// Start its process.
    case start
    /// End its process: close its input, then ask, then force it.
    case stop
    /// Call `tick` at this moment; a later request takes the place of an earlier one.
    case wake(at: Moment)
    /// Calls under way have no answer to come: they fail, and are not sent again.
    case failCalls
}
