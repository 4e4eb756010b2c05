/// Members with unique keys in the order in which they were added, compared without order.
///
/// Small objects are searched from the start; larger ones keep an index, so that looking up stays quick.
public struct JSONObject: Sendable {
    struct Member: Sendable {
        var key: String
        var value: JSONValue
    }

    /// From this many members on, looking up goes through the index.
    static let indexedCount = 24

    private(set) var members: [Member]
    private var index: [ExactKey: Int]?

    /// An object without members.
    public init() { members = [] }

    /// Takes members in order; where a key is repeated, the first place and the last value win.
    public init(_ elements: some Sequence<(String, JSONValue)>) {
        self.init()
        members.reserveCapacity(elements.underestimatedCount)
        for (key, value) in elements { self[key] = value }
    }

    /// Takes members whose keys are known to be unique.
    init(unique members: [Member]) {
        self.members = members
        if members.count >= Self.indexedCount { rebuildIndex() }
    }

    /// The value for a key.
    ///
    /// Setting nil removes the member, setting a new key appends it.
    public subscript(_ key: String) -> JSONValue? {
        get {
            guard let place = place(of: key) else { return nil }
            return members[place].value
        }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    /// Takes a member out and returns its value; nil when there was none.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        guard let place = place(of: key) else { return nil }
        return remove(at: place)
    }

    /// Where the member with this key stands in the order; nil when there is none.
    func place(of key: String) -> Int? {
        if let index { return index[ExactKey(text: key)] }
        return members.firstIndex { $0.key.hasSameBytes(as: key) }
    }

    private mutating func append(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
        if index != nil {
            index?[ExactKey(text: key)] = members.count - 1
        } else if members.count >= Self.indexedCount {
            rebuildIndex()
        }
    }

    @discardableResult
    private mutating func remove(at place: Int) -> JSONValue {
        let removed = members.remove(at: place)
        if index != nil { rebuildIndex() }
        return removed.value
    }

    private mutating func rebuildIndex() {
        var fresh: [ExactKey: Int] = [:]
        fresh.reserveCapacity(members.count)
        for (place, member) in members.enumerated() { fresh[ExactKey(text: member.key)] = place }
        index = fresh
    }
}

/// A key for the index: equal only when every byte is.
private struct ExactKey: Hashable {
    var text: String

    static func == (left: ExactKey, right: ExactKey) -> Bool { left.text.hasSameBytes(as: right.text) }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
