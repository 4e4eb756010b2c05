import Glibc
package import JSON

/// A part of a message, either as a value or still as the validated text it came in.
package indirect enum Payload: Sendable {
    case value(JSONValue)
    case text(JSONText)
    /// An object of which some members may still be text.
    case members(Members)

    /// The part as a value; text is converted on each call.
    package var value: JSONValue {
        switch self {
        case .value(let value): value
        case .text(let text): text.value
        case .members(let members): .object(members.object)
        }
    }

    /// The members when the part is an object, unconverted where it is text; nil otherwise.
    package var members: Members? {
        switch self {
        case .value(.object(let object)): Members(object)
        case .value: nil
        case .text(let text): Members(text)
        case .members(let members): members
        }
    }

    /// The member with this name when the part is an object that has it, unconverted where it is text; nil otherwise.
    package subscript(key: String) -> Payload? {
        switch self {
        case .value(let value): value[key].map { .value($0) }
        case .text(let text): text[key].map { .text($0) }
        case .members(let members): members[key]
        }
    }

    /// The string, where the part is one.
    package var string: String? {
        switch self {
        case .value(let value): value.stringValue
        case .text(let text): text.string
        case .members: nil
        }
    }

    /// Most texts hold none of the bytes, which the system's own search finds out soonest.
    private static func blank(_ byte: Int32, in bytes: UnsafeMutableRawBufferPointer) {
        guard var place = bytes.baseAddress else { return }
        let end = place + bytes.count
        while place < end, let found = memchr(place, byte, end - place) {
            found.storeBytes(of: 0x20, as: UInt8.self)
            place = found + 1
        }
    }

    /// Appends the part's text on one line: a line break in JSON text is white space, and becomes a space.
    package func write(to bytes: inout [UInt8]) {
        switch self {
        case .value(let value):
            bytes.append(contentsOf: value.utf8())
        case .members(let members):
            members.write(to: &bytes)
        case .text(let text):
            let start = bytes.count
            bytes.append(contentsOf: text.bytes)
            bytes.withUnsafeMutableBytes { bytes in
                let part = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
                Self.blank(0x0A, in: part)
                Self.blank(0x0D, in: part)
            }
        }
    }
}

extension Payload: Hashable {
    package static func == (left: Payload, right: Payload) -> Bool {
        if case (.text(let left), .text(let right)) = (left, right), left.bytes == right.bytes { return true }
        return left.value == right.value
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(value)
    }
}
