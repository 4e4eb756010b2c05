/// What is set for one integration.
package struct StoredConfiguration: Sendable, Hashable {
    /// The id of the integration.
    package var integration: String
    /// Counts changes from 1; a change can insist on the one it was made from.
    package var revision: Int
    /// Whether the daemon runs it.
    package var isEnabled: Bool
    /// Which of the entry's servers is wanted; nil for the best.
    package var server: String?
    /// Values that anybody may see, by name of the variable.
    package var settings: [String: String]
    /// Values that nobody may see, by name of the variable; never one that is in `settings` too.
    package var secrets: [String: SealedSecret]
    /// When it last changed.
    package var changedAt: WallTime
}
