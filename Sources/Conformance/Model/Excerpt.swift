/// A piece of a message, short when printed; the rest is kept so that a secret can be masked before the cut.
package struct Excerpt: Hashable, Sendable, CustomStringConvertible {
    /// What is kept of the message, as text and unchanged.
    package let text: String
    /// Bytes that the whole message had.
    package let size: Int
    private let printed: String?

    private static let keptCharacters = 8192
    private static let printedCharacters = 400

    /// Keeps the beginning of a message.
    package init(_ bytes: some Sequence<UInt8>, size: Int? = nil) {
        let bytes = Array(bytes)
        self.init(text: String(decoding: bytes, as: UTF8.self), size: size ?? bytes.count)
    }

    /// Keeps the beginning of a text that stands for a message of so many bytes.
    package init(text: String, size: Int) {
        self.text = String(text.prefix(Excerpt.keptCharacters))
        self.size = size
        printed = nil
    }

    /// Takes over what a report already printed.
    package init(printed: String) {
        text = printed
        size = printed.utf8.count
        self.printed = printed
    }

    /// The beginning with control characters made visible; a longer message ends with the number of its bytes.
    package var description: String {
        if let printed { return printed }
        let printed = Excerpt.visible(text.prefix(Excerpt.printedCharacters))
        let isCut = text.count > Excerpt.printedCharacters || size > text.utf8.count
        return isCut ? "\(printed)… (\(size) bytes)" : printed
    }

    /// Writes control characters, and those that turn the direction of text, the way a programmer would type them.
    package static func visible(_ text: some StringProtocol) -> String {
        var visible = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: visible += "\\t"
            case 0x0A: visible += "\\n"
            case 0x0D: visible += "\\r"
            case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                visible += "\\u{\(String(scalar.value, radix: 16))}"
            default: visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }
}
