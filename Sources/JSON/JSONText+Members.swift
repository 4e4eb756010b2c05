extension JSONText {
    /// What a JSON text holds.
    public enum Kind: Sendable, Hashable {
        /// The literal `null`.
        case null
        /// One of `true` and `false`.
        case bool
        /// Any number.
        case number
        /// Any string.
        case string
        /// Elements in order.
        case array
        /// Members by key.
        case object
    }

    /// What the text holds, told by its first byte.
    public var kind: Kind {
        switch bytes.first {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        case UInt8(ascii: "n"): .null
        default: .number
        }
    }

    /// The text converted to a value; every call converts anew.
    public var value: JSONValue {
        // The text has been accepted before, so that only want of memory can fail here.
        (try? JSONValue(parsing: bytes, limits: .unlimited)) ?? .null
    }

    /// An object put together from texts that are only forwarded; the keys must be unique.
    public init(members: [(key: String, value: JSONText)]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.reduce(2) { $0 + $1.key.utf8.count + $1.value.bytes.count + 4 })
        for member in members {
            bytes.append(bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
            bytes += JSONValue.string(member.key).utf8()
            bytes.append(UInt8(ascii: ":"))
            bytes += member.value.bytes
        }
        if members.isEmpty { bytes.append(UInt8(ascii: "{")) }
        bytes.append(UInt8(ascii: "}"))
        self.init(part: bytes[...])
    }

    /// The members of the top-level object in order, each value as a text of its own; empty for anything else.
    public var members: [(key: String, value: JSONText)] {
        places.map { (key($0), JSONText(part: bytes[$0.value])) }
    }

    /// The text of the top-level object's member with this key; nil when there is none or this is no object.
    public subscript(_ key: String) -> JSONText? {
        guard let place = places.first(where: { self.key($0, is: key) }) else { return nil }
        return JSONText(part: bytes[place.value])
    }

    private func key(_ member: Member) -> String {
        guard member.isEscaped else { return String(decoding: bytes[member.key], as: UTF8.self) }
        var unescaped: [UInt8] = []
        bytes[member.key].withUnsafeBytes { Unescaping.append($0, to: &unescaped) }
        return String(decoding: unescaped, as: UTF8.self)
    }

    private func key(_ member: Member, is text: String) -> Bool {
        guard member.isEscaped else {
            return member.key.count == text.utf8.count && bytes[member.key].elementsEqual(text.utf8)
        }
        return key(member).hasSameBytes(as: text)
    }
}
