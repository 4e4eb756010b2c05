/// The order in which a wizard comes to integrations: on, past, back, and to what was passed over once more.
package struct SetupQueue: Sendable, Hashable {
    private let ids: [String]
    private var place = 0
    /// Those that somebody passed over and has not come back to, in their order.
    package private(set) var skipped: [String] = []

    /// Takes the integrations of several roles; what several need comes once, at its first place.
    package init(_ ids: [String]) {
        var seen: Set<String> = []
        self.ids = ids.filter { seen.insert($0).inserted }
    }

    /// The one to ask about; nil at the end.
    package var current: String? { place < ids.count ? ids[place] : nil }

    /// Where it stands, for people: 1 of 3.
    package var position: String { "\(min(place + 1, ids.count)) of \(ids.count)" }

    /// It works, or nothing has to be done.
    package mutating func finish() {
        let done = current
        skipped.removeAll { $0 == done }
        place += 1
    }

    /// Later, perhaps.
    package mutating func skip() {
        if let current, !skipped.contains(current) { skipped.append(current) }
        place += 1
    }

    /// To the one before; stays at the first.
    package mutating func back() {
        place = max(0, place - 1)
    }

    /// A queue of what was passed over; nil where nothing was.
    package var again: SetupQueue? { skipped.isEmpty ? nil : SetupQueue(skipped) }
}
