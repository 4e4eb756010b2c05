/// HTML under construction: names stand in the source, every text and every value of an attribute is escaped.
struct HTMLText {
    private(set) var text = ""

    typealias Attributes = KeyValuePairs<StaticString, String?>

    mutating func add(_ text: String) { self.text += Self.escaped(text) }

    /// An element with more inside; an attribute of nil is left out, one without text has no value.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLText) -> Void) {
        void(name, attributes)
        content(&self)
        text += "</\(name)>"
    }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text content: String) {
        element(name, attributes) { $0.add(content) }
    }

    /// An element that has no inside, such as `input`.
    mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
        text += "<\(name)"
        for (key, value) in attributes {
            guard let value else { continue }
            text += value.isEmpty ? " \(key)" : " \(key)=\"\(Self.escaped(value))\""
        }
        text += ">"
    }

    /// Byte by byte: a quotation mark that carries a combining accent ends an attribute all the same.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
