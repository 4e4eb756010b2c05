import Health

/// Notices that the host slept: looks at the clock come regularly, and one that comes much later tells of it.
struct Vigil: Sendable {
    /// Between two looks, at most, where all is well.
    let every: Duration
    private var last: Moment

    init(every: Duration, at now: Moment) {
        self.every = every
        last = now
    }

    /// Looks, and says whether the host slept, or could do nothing, since the look before.
    mutating func look(at now: Moment) -> Bool {
        defer { last = max(last, now) }
        return now.since(last) > every * 2
    }

    /// The same without counting as a look: for those who notice before the one who looks.
    func hasSlept(at now: Moment) -> Bool { now.since(last) > every * 2 }
}
