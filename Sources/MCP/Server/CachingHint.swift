import JSON

/// How long, and by whom, a modern result may be kept.
package struct CachingHint: Sendable, Hashable {
    /// Who may reuse a kept result.
    package enum Scope: String, Sendable, Hashable {
        /// Anybody.
        case everyone = "public"
        /// The caller it was made for.
        case caller = "private"
    }

    /// Milliseconds a result counts as fresh; 0 means stale at once.
    package var timeToLiveInMilliseconds: Int
    /// Who may reuse the result.
    package var scope: Scope

    /// Builds a hint; a negative time counts as 0, the least the specification allows.
    package init(timeToLiveInMilliseconds: Int, scope: Scope) {
        self.timeToLiveInMilliseconds = max(0, timeToLiveInMilliseconds)
        self.scope = scope
    }

    /// Not to be kept at all.
    package static let none = CachingHint(timeToLiveInMilliseconds: 0, scope: .caller)
}
