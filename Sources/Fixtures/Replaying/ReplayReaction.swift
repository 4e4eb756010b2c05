/// What comes of one message of the client: the requests in it, and what is to be done at once.
package struct ReplayReaction: Sendable, Hashable {
    /// Empty for notifications and answers; more than one for a batch.
    package var turns: [ReplayTurn] = []
    /// In order.
    package var actions: [ReplayAction] = []
}
