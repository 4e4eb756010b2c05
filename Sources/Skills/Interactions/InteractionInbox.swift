package import JSON
import Synchronization

/// What people did with buttons, menus and dialogs lately, for the agents that posted them; bounded, the oldest go first.
package final class InteractionInbox: Sendable {
    private struct State {
        var last: Int64 = 0
        var items: [(number: Int64, item: JSONObject)] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    /// An empty one that keeps so many.
    package init(limit: Int = 200) {
        self.limit = limit
    }

    /// Takes one in.
    package func add(_ item: JSONObject) {
        state.withLock { state in
            state.last += 1
            state.items.append((state.last, item))
            if state.items.count > limit { state.items.removeFirst(state.items.count - limit) }
        }
    }

    /// Those after a number, the oldest first, and the number to go on from; `missed` says that some were forgotten.
    package func items(after number: Int64, atMost count: Int) -> JSONObject {
        state.withLock { state in
            let rest = state.items.filter { $0.number > number }
            let page = rest.prefix(max(0, count))
            let isGap = number < (state.items.first?.number ?? state.last + 1) - 1
            return [
                "interactions": .array(page.map { .object($0.item) }),
                "next": .number(JSONNumber(page.last?.number ?? max(number, rest.isEmpty ? state.last : number))),
                "missed": .bool(isGap),
            ]
        }
    }
}
