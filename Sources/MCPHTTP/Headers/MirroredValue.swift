/// A value of a message body as it travels in a header: plain where HTTP allows that, in marked Base64 otherwise.
///
/// Rules: <https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#value-encoding>
package enum MirroredValue {
    private static let prefix = "=?base64?"
    private static let suffix = "?="

    /// The text of the header for a value.
    package static func encode(_ value: String) -> String {
        guard !isPlain(value.utf8) || looksEncoded(value) else { return value }
        return prefix + Base64.encode(Array(value.utf8)) + suffix
    }

    /// The value a header stands for; nil when it holds forbidden characters, bad Base64 or bad UTF-8.
    package static func decode(_ header: String) -> String? {
        guard header.hasPrefix(prefix), header.hasSuffix(suffix),
            header.utf8.count >= prefix.utf8.count + suffix.utf8.count
        else { return isPlain(header.utf8) ? header : nil }
        let content = header.dropFirst(prefix.count).dropLast(suffix.count)
        return Base64.decode(content.utf8).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func looksEncoded(_ value: String) -> Bool {
        value.hasPrefix(prefix) && value.hasSuffix(suffix)
    }

    private static func isPlain(_ bytes: String.UTF8View) -> Bool {
        let blanks: [UInt8?] = [0x20, 0x09]
        guard !blanks.contains(bytes.first), !blanks.contains(bytes.last) else { return false }
        return bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }
    }
}
