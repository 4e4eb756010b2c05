package import JSON

/// What the owner of a task table has to do.
package enum TaskAction: Sendable, Hashable {
    /// Tell those who listen that the task is in another state.
    case changed(String)
    /// Go on with the work that asked in this round, and give it the answers by the keys that it used.
    case resume(String, round: Int, answers: [String: JSONObject])
    /// End the work: nobody waits for it any more.
    case stop(String)
}
