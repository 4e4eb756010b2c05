import MCPConnection

/// The subscriptions at one modern integration: what is wanted in addition is one more, so that none has to be replaced.
///
/// A server may have changes of an old subscription on their way while it agrees to a new one. So one that is replaced,
/// because there are too many, goes on for a while beside the other.
struct OpenSubscriptions: Sendable {
    /// One that was asked for.
    struct Subscription: Sendable {
        let uris: Set<String>
        /// Whether it is for changes of lists, too.
        let coversLists: Bool
        /// Fired to end it, and when it has ended.
        let stop = OneShot<Void>()
    }

    /// What follows from what is wanted.
    struct Step: Sendable {
        /// To be asked for.
        var opening: Subscription?
        /// Nobody wants anything of these.
        var ending: [Subscription] = []
        /// Replaced by the one that is opened; to be ended a while after it holds.
        var replaced: [Subscription] = []
    }

    /// As many may be open beside each other.
    static let limit = 4

    private var open: [Subscription] = []

    /// Those that were asked for and have not ended.
    var count: Int { open.count }

    /// Takes over what is wanted now, and says what has to be done for that.
    mutating func want(_ wanted: Set<String>) -> Step {
        open.removeAll { $0.stop.isFired }
        var step = Step()
        step.ending = open.filter { !$0.coversLists && $0.uris.isDisjoint(with: wanted) }
        open.removeAll { !$0.coversLists && $0.uris.isDisjoint(with: wanted) }
        let covering = open.first(where: \.coversLists)
        let missing = open.reduce(into: wanted) { $0.subtract($1.uris) }
        if covering == nil || (!missing.isEmpty && open.count >= Self.limit) || isStale(covering, wanted) {
            step.replaced = open
            let whole = Subscription(uris: wanted, coversLists: true)
            step.opening = whole
            open = [whole]
        } else if !missing.isEmpty {
            let addition = Subscription(uris: missing, coversLists: false)
            step.opening = addition
            open.append(addition)
        }
        return step
    }

    /// The integration has not agreed: it is asked again next time.
    mutating func fail(_ subscription: Subscription) {
        open.removeAll { $0.stop === subscription.stop }
    }

    /// Whether it is for resources of which nobody wants any.
    private func isStale(_ covering: Subscription?, _ wanted: Set<String>) -> Bool {
        covering.map { !$0.uris.isEmpty && wanted.isEmpty } ?? false
    }
}
