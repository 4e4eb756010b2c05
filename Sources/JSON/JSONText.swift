/// A JSON text that has been checked but not taken apart: what is only forwarded is never converted.
///
/// The bytes stay as they came and are shared, not copied, by the texts of the members. Equal means the same bytes. The
/// members of the outermost object are found while checking; those of a member are looked for at every access, so take
/// ``value`` or ``members`` once where several are needed.
public struct JSONText: Sendable {
    /// Where one member of the top-level object lies.
    struct Member: Sendable {
        var key: Range<Int>
        var isEscaped: Bool
        var value: Range<Int>
    }

    /// The text, without white space around it.
    public let bytes: ArraySlice<UInt8>

    /// The members' places in the bytes; nil when they have not been looked for.
    private let found: [Member]?

    /// Checks a text, strictly by RFC 8259 and with unique keys.
    ///
    /// Throws the first fault with its byte.
    public init(validating bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(validating: bytes[...], limits: limits)
    }

    /// Checks a part of a longer text; offsets in errors count from the start of the part.
    public init(validating bytes: ArraySlice<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        var members = MemberSink()
        try withBytes(of: bytes) { (buffer) throws(JSONError) in
            var scanner = Scanner(limits: limits)
            try scanner.scan(buffer, into: &members)
            try scanner.finish(buffer, into: &members)
        }
        self.init(checked: bytes, members)
    }

    /// Checks a text given as a string.
    public init(validating text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(validating: Array(text.utf8), limits: limits)
    }

    /// Writes a value as compact text.
    public init(_ value: JSONValue) {
        self.init(part: value.utf8()[...])
    }

    /// Takes bytes that are known to be a JSON text without white space around it.
    init(part bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        found = nil
    }

    /// Takes bytes that a scanner has accepted, with what its sink has found.
    init(checked bytes: ArraySlice<UInt8>, _ sink: MemberSink) {
        let start = bytes.startIndex
        self.bytes = bytes[start + sink.extent.lowerBound..<start + sink.extent.upperBound]
        found = sink.members.map { $0.moved(by: start) }
    }

    /// The places of the top-level object's members; empty for anything else.
    var places: [Member] {
        if let found { return found }
        guard kind == .object, let again = try? JSONText(validating: bytes, limits: .unlimited) else { return [] }
        return again.found ?? []
    }
}

extension JSONText: Hashable {
    /// Compares the bytes, so that two spellings of a value differ.
    public static func == (left: JSONText, right: JSONText) -> Bool { left.bytes == right.bytes }

    /// Feeds the bytes.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension JSONText: CustomStringConvertible {
    /// The text itself; may hold what a user calls a secret, so keep it out of logs.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension JSONText.Member {
    func moved(by distance: Int) -> JSONText.Member {
        JSONText.Member(
            key: key.lowerBound + distance..<key.upperBound + distance,
            isEscaped: isEscaped,
            value: value.lowerBound + distance..<value.upperBound + distance
        )
    }
}

extension JSONLimits {
    /// For texts that have been accepted before.
    static let unlimited = JSONLimits(
        bytes: .max,
        depth: .max,
        stringBytes: .max,
        containers: .max,
        values: .max
    )
}
