import CJSON

/// What libjson-c makes of the strings that have escapes; exists only while one text is being put together.
///
/// All of them go through the tokener at once, as the elements of one array in document order. So there is one call per
/// text, keys keep their U+0000 (json-c's own tables cut keys there), and json-c sees neither nesting nor duplicate keys.
struct EscapedStrings: ~Copyable {
    private let array: OpaquePointer?
    private var next = 0

    private init(array: OpaquePointer?) { self.array = array }

    /// Decodes the strings of a tape and frees them afterwards; with none of them libjson-c is not called at all.
    @inline(__always)
    static func decode<Result>(
        _ tape: TokenTape,
        of bytes: UnsafeBufferPointer<UInt8>,
        _ body: (inout EscapedStrings) -> Result
    ) throws(JSONError) -> Result {
        guard tape.escapedCount > 0 else {
            var none = EscapedStrings(array: nil)
            return body(&none)
        }
        let array = parse(arrayText(tape, of: bytes))
        defer { json_object_put(array) }
        guard array != nil, json_object_array_length(array) == tape.escapedCount else {
            throw JSONError(.decoderFailed, at: 0)
        }
        var strings = EscapedStrings(array: array)
        return body(&strings)
    }

    /// The next string in document order.
    mutating func popFirst() -> String {
        let element = json_object_array_get_idx(array, next)
        next += 1
        let count = Int(json_object_get_string_len(element))
        guard let start = json_object_get_string(element) else { return "" }
        return start.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }

    private static func arrayText(_ tape: TokenTape, of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(tape.escapedBytes + 3 * tape.escapedCount + 2)
        for token in tape.tokens where token.kind == .escapedString || token.kind == .escapedKey {
            text.append(UInt8(ascii: text.isEmpty ? "[" : ","))
            text.append(UInt8(ascii: "\""))
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.start + token.count)]))
            text.append(UInt8(ascii: "\""))
        }
        text.append(UInt8(ascii: "]"))
        return text
    }

    private static func parse(_ text: [UInt8]) -> OpaquePointer? {
        guard let tokener = json_tokener_new_ex(4) else { return nil }
        defer { json_tokener_free(tokener) }
        return text.withUnsafeBytes { raw in
            json_tokener_parse_ex(tokener, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
        }
    }
}
