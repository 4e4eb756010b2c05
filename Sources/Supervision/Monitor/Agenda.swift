import Health

/// Who is due when: one moment for each, found in steps that grow with the logarithm of their number.
struct Agenda: Sendable {
    private struct Entry: Sendable {
        var at: Moment
        var id: String
        var ticket: UInt64
    }

    private var heap: [Entry] = []
    private var tickets: [String: UInt64] = [:]
    private var nextTicket: UInt64 = 0

    /// How many are due some time.
    var count: Int { tickets.count }

    /// The first moment when anybody is due; nil when nobody ever is.
    mutating func first() -> Moment? {
        while let top = heap.first {
            if tickets[top.id] == top.ticket { return top.at }
            removeTop()
        }
        return nil
    }

    /// Says when somebody is due next, in the place of what was said before; nil for never.
    mutating func set(_ id: String, at moment: Moment?) {
        guard let moment else {
            tickets[id] = nil
            return
        }
        nextTicket += 1
        tickets[id] = nextTicket
        insert(Entry(at: moment, id: id, ticket: nextTicket))
        // What was replaced stays in the heap until it comes up; too much of it is thrown away at once.
        if heap.count > 2 * tickets.count + 64 { rebuild() }
    }

    /// Takes out everybody who is due, the earliest first.
    mutating func due(at now: Moment) -> [String] {
        var ids: [String] = []
        while let at = first(), at <= now, let top = heap.first {
            ids.append(top.id)
            tickets[top.id] = nil
            removeTop()
        }
        return ids
    }

    // MARK: The heap

    private mutating func insert(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].at < heap[parent].at else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func removeTop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        sink(from: 0)
    }

    private mutating func sink(from start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].at < heap[least].at {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private mutating func rebuild() {
        heap.removeAll { tickets[$0.id] != $0.ticket }
        for index in (0..<heap.count / 2).reversed() { sink(from: index) }
    }
}
