import Synchronization

/// Hands each element to everybody who follows; who does not keep up loses the oldest.
final class Broadcast<Element: Sendable>: Sendable {
    private struct State {
        var followers: [UInt64: Subscription<Element>] = [:]
        var next: UInt64 = 0
        var isOver = false
    }

    private let state = Mutex(State())

    func send(_ element: Element) {
        for follower in state.withLock({ Array($0.followers.values) }) { follower.deliver(element) }
    }

    func follow(limit: Int = 256) -> Subscription<Element> {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        let follower = Subscription<Element>(limit: limit) { [weak self] in self?.leave(id) }
        let isOver = state.withLock { state in
            if !state.isOver { state.followers[id] = follower }
            return state.isOver
        }
        if isOver { follower.finish() }
        return follower
    }

    func finish() {
        let followers = state.withLock { state in
            state.isOver = true
            defer { state.followers = [:] }
            return Array(state.followers.values)
        }
        for follower in followers { follower.finish() }
    }

    private func leave(_ id: UInt64) {
        state.withLock { $0.followers[id] = nil }
    }
}
