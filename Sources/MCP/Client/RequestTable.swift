import JSON

/// The requests of one session: which ids were issued, which are open, and which were given up.
struct RequestTable: Sendable {
    /// An open request.
    struct Entry: Sendable {
        let method: String
        var params: Members?
        let options: RequestOptions
        var isSent = false
        var lastProgress: Double?
    }

    /// What an id in a response refers to.
    enum Standing: Hashable {
        case open
        case abandoned
        case answered
        /// The id of a request with the other type: "1" for 1.
        case foreign
        case unknown
    }

    /// Given-up ids that are remembered one by one; older ones are only known to be old.
    private static let abandonedLimit = 4_096

    private var lastID: Int64 = 0
    private var entries: [RequestID: Entry] = [:]
    private var waiting: [RequestID] = []
    private var abandoned: Set<RequestID> = []
    private var abandonedInOrder: [Int64] = []
    /// No id up to this one is called a duplicate any more: it may be a late answer to a forgotten request.
    private var forgottenThrough: Int64 = 0

    var count: Int { entries.count }

    var waitingCount: Int { waiting.count }

    /// The open requests, in the order they were made.
    var ids: [RequestID] {
        entries.keys.sorted { left, right in
            guard case (.integer(let left), .integer(let right)) = (left, right) else { return false }
            return left < right
        }
    }

    subscript(id: RequestID) -> Entry? {
        get { entries[id] }
        set { entries[id] = newValue }
    }

    /// A fresh id, never used before in this session.
    mutating func issue() -> RequestID {
        lastID += 1
        return .integer(lastID)
    }

    mutating func enqueue(_ id: RequestID) { waiting.append(id) }

    /// The requests that waited for the handshake, in order; none waits afterwards.
    mutating func dequeueAll() -> [RequestID] {
        defer { waiting = [] }
        return waiting
    }

    /// Takes an open request out because it is answered.
    mutating func close(_ id: RequestID) -> Entry? {
        guard let entry = entries.removeValue(forKey: id) else { return nil }
        entries.shrinkWhenEmpty()
        if !entry.isSent { waiting.removeAll { $0 == id } }
        return entry
    }

    /// Records that an answer to this id may still come and is nobody's fault.
    mutating func abandon(_ id: RequestID) {
        guard case .integer(let number) = id, abandoned.insert(id).inserted else { return }
        abandonedInOrder.append(number)
        guard abandonedInOrder.count > Self.abandonedLimit else { return }
        for old in abandonedInOrder.prefix(Self.abandonedLimit / 4) {
            abandoned.remove(.integer(old))
            forgottenThrough = max(forgottenThrough, old)
        }
        abandonedInOrder.removeFirst(Self.abandonedLimit / 4)
    }

    func standing(of id: RequestID) -> Standing {
        switch id {
        case .integer(let number):
            if let entry = entries[id] { return entry.isSent ? .open : .unknown }
            if abandoned.contains(id) { return .abandoned }
            guard number >= 1, number <= lastID else { return .unknown }
            return number <= forgottenThrough ? .abandoned : .answered
        case .string(let text):
            guard let number = Int64(text), number >= 1, number <= lastID else { return .unknown }
            return .foreign
        }
    }
}
