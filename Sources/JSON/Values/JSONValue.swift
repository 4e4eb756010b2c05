/// Any JSON text as a value: key order kept, numbers without loss, strings compared by their bytes.
///
/// Two values are equal when RFC 8259 readers must take them for the same: members of objects in any order, `1` and
/// `1.0` alike, but strings only when every code point is the same (Swift's `String` would also equate `é` in its two
/// spellings).
public enum JSONValue: Sendable {
    /// The literal `null`; a missing member is a Swift `nil` instead.
    case null
    /// One of the literals `true` and `false`.
    case bool(Bool)
    /// A number of any size and precision.
    case number(JSONNumber)
    /// A text, which may contain U+0000.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Members with unique keys, in the order in which they were written.
    case object(JSONObject)
}

extension JSONValue: Hashable {
    /// Compares the meaning, not the spelling: numbers mathematically, objects without order, strings byte by byte.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Feeds the kind and the meaning, so that equal values hash alike however they were written.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The compact text; may hold what a user calls a secret, so keep it out of logs.
    public var description: String { text() }
}
