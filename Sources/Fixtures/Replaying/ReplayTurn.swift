/// One request of the client that a replay is about to answer.
package struct ReplayTurn: Sendable, Hashable {
    /// Names it in the actions.
    package var number: Int
    /// Over HTTP: whether the answer is an event stream.
    package var isStreamed: Bool
    /// Over HTTP: the status of an answer that is no event stream.
    package var status: Int
}
