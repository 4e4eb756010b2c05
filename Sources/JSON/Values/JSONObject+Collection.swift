extension JSONObject: RandomAccessCollection {
    /// One member: its key and its value.
    public typealias Element = (key: String, value: JSONValue)

    /// Always zero.
    public var startIndex: Int { 0 }

    /// The number of members.
    public var endIndex: Int { members.count }

    /// The member at a place in the order, which must be within the indices.
    public subscript(position: Int) -> Element { (members[position].key, members[position].value) }

    /// The keys in order.
    public var keys: [String] { members.map(\.key) }

    /// The values in the order of their keys.
    public var values: [JSONValue] { members.map(\.value) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Writes the members in the given order; where a key is repeated, the last value wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject: Hashable {
    /// Compares the members whatever their order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        for (place, member) in left.members.enumerated() {
            // Mostly both were written by the same hand, so the same place is tried before searching.
            if right.members[place].key.hasSameBytes(as: member.key) {
                guard right.members[place].value == member.value else { return false }
            } else {
                guard let other = right[member.key], other == member.value else { return false }
            }
        }
        return true
    }

    /// Feeds the members so that their order does not count.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var one = Hasher()
            one.combine(member.key)
            one.combine(member.value)
            sum ^= one.finalize()
        }
        hasher.combine(members.count)
        hasher.combine(sum)
    }
}

extension JSONObject: CustomStringConvertible {
    /// The compact text of the object.
    public var description: String { JSONValue.object(self).text() }
}
