import CJSON
import Glibc

/// What libjson-c makes of the strings that have escapes; exists only while one text is being put together.
///
/// All of them go through the tokener at once, as one string with a byte between them that no UTF-8 contains. So there
/// is one call for each text, keys keep their U+0000 (json-c's own tables cut keys there), and json-c neither allocates
/// for each string nor sees nesting or duplicate keys.
struct EscapedStrings: ~Copyable {
    private static let separator: UInt8 = 0xFF

    /// What has not been taken yet, each string followed by a separator.
    private var rest: UnsafeRawBufferPointer

    private init(_ decoded: UnsafeRawBufferPointer) { rest = decoded }

    /// Decodes the strings of a tape and frees them afterwards; with none of them libjson-c is not called at all.
    @inline(__always)
    static func decode<Result>(
        _ tape: TokenTape,
        of bytes: UnsafeBufferPointer<UInt8>,
        _ body: (inout EscapedStrings) -> Result
    ) throws(JSONError) -> Result {
        guard tape.escapedCount > 0 else {
            var none = EscapedStrings(UnsafeRawBufferPointer(start: nil, count: 0))
            return body(&none)
        }
        let string = parse(joined(tape, of: bytes))
        defer { json_object_put(string) }
        guard json_object_get_type(string) == json_type_string, let start = json_object_get_string(string) else {
            throw JSONError(.decoderFailed, at: 0)
        }
        let decoded = UnsafeRawBufferPointer(start: start, count: Int(json_object_get_string_len(string)))
        var strings = EscapedStrings(decoded)
        return body(&strings)
    }

    /// The next string in document order.
    mutating func popFirst() -> String {
        guard let start = rest.baseAddress, let end = memchr(start, Int32(Self.separator), rest.count) else {
            return ""
        }
        let count = start.distance(to: UnsafeRawPointer(end))
        let string = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        rest = UnsafeRawBufferPointer(start: UnsafeRawPointer(end) + 1, count: rest.count - count - 1)
        return string
    }

    private static func joined(_ tape: TokenTape, of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(tape.escapedBytes + tape.escapedCount + 2)
        text.append(UInt8(ascii: "\""))
        tape.withTokens { tokens in
            for token in tokens where token.kind == .escapedString || token.kind == .escapedKey {
                text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[token.extent]))
                text.append(separator)
            }
        }
        text.append(UInt8(ascii: "\""))
        return text
    }

    private static func parse(_ text: [UInt8]) -> OpaquePointer? {
        guard let tokener = json_tokener_new_ex(1) else { return nil }
        defer { json_tokener_free(tokener) }
        return text.withUnsafeBytes { raw in
            json_tokener_parse_ex(tokener, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
        }
    }
}
