import JSON
import MCPHTTP

/// What can be wrong with data that was packed into text.
enum BinaryContent {
    /// Why a block of content, or the contents of a resource, cannot be unpacked; nil when it can.
    static func fault(in block: JSONValue) -> String? {
        switch block["type"]?.stringValue {
        case "image"?, "audio"?:
            guard block["mimeType"]?.stringValue?.contains("/") == true else {
                return "mimeType \(block["mimeType"]?.text() ?? "left out")"
            }
            return isBase64(block["data"]) ? nil : "data that is no Base64"
        case "resource"?: return block["resource"].map(faultInContents) ?? "no resource"
        default: return nil
        }
    }

    /// Why the contents of a resource cannot be read; nil when they can.
    static func faultInContents(_ contents: JSONValue) -> String? {
        guard let uri = contents["uri"]?.stringValue, isURI(uri) else {
            return "uri \(contents["uri"]?.text() ?? "left out")"
        }
        if contents["text"]?.stringValue != nil {
            return nil
        }
        return isBase64(contents["blob"]) ? nil : "neither text nor a blob in Base64"
    }

    /// Whether a text begins with a scheme, as RFC 3986 has it.
    static func isURI(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first else {
            return false
        }
        let scheme = text.utf8[..<colon]
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
        return isLetter
            && scheme.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
            }
    }

    private static func isBase64(_ value: JSONValue?) -> Bool {
        guard let text = value?.stringValue, text.utf8.count.isMultiple(of: 4) else {
            return false
        }
        let end = text.utf8.lastIndex { $0 != UInt8(ascii: "=") }.map { text.utf8.index(after: $0) }
        let (data, padding) = (text.utf8[..<(end ?? text.utf8.startIndex)], text.utf8[(end ?? text.utf8.startIndex)...])
        return padding.count <= 2
            && data.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
            }
    }
}
