/// Takes credentials out of texts: the ones we know, in every spelling they travel in, and whatever looks like one.
package struct Redactor: Sendable, Hashable {
    /// Shorter values are no secrets, and would tear holes into every text.
    package static let shortestSecretInBytes = 4
    /// What stands where something was taken out that only looked like a credential.
    package static let placeholder = "[redacted]"

    private struct Form: Sendable, Hashable {
        var bytes: [UInt8]
        var placeholder: [UInt8]
    }

    /// Longest first, so that a secret within another one does not leave its rest behind.
    private let forms: [Form]

    /// A redactor that knows these secrets by the names of their variables.
    package init(secrets: [String: String] = [:]) {
        forms = secrets.flatMap { name, value in
            Self.spellings(of: value).map { Form(bytes: $0, placeholder: Array("[\(name)]".utf8)) }
        }
        .sorted { left, right in
            guard left.bytes.count == right.bytes.count else { return left.bytes.count > right.bytes.count }
            return left.placeholder.lexicographicallyPrecedes(right.placeholder)
        }
    }

    /// Knows no secret, and still takes out what looks like one.
    package static let shapesOnly = Redactor()

    /// The text without credentials.
    package func redacted(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for form in forms { bytes = Self.replacing(form.bytes, with: form.placeholder, in: bytes) }
        var scan = CredentialScan(bytes)
        return String(decoding: scan.redacted(), as: UTF8.self)
    }

    private static func spellings(of value: String) -> [[UInt8]] {
        let bytes = Array(value.utf8)
        guard bytes.count >= shortestSecretInBytes else { return [] }
        var spellings = [bytes, base64(bytes), percentEncoded(bytes), jsonEscaped(bytes)]
        // Keys in files travel line by line in traces.
        if bytes.contains(0x0A) {
            spellings += bytes.split(separator: 0x0A).map { Array($0) }.filter { $0.count >= 16 }
        }
        return Array(Set(spellings))
    }

    private static func replacing(_ form: [UInt8], with placeholder: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        guard let first = form.first, bytes.count >= form.count else { return bytes }
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == first, bytes.count - place >= form.count,
                bytes[place..<(place + form.count)].elementsEqual(form)
            {
                result += placeholder
                place += form.count
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            // Without padding: whether it follows does not matter then.
            for place in 0...group.count { result.append(alphabet[number >> (18 - 6 * place) & 63]) }
        }
        return result
    }

    private static func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return bytes.flatMap { byte -> [UInt8] in
            CredentialScan.isAlphanumeric(byte) || "-._~".utf8.contains(byte)
                ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    private static func jsonEscaped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x22, 0x5C: [0x5C, byte]
            case 0x0A: Array(#"\n"#.utf8)
            case 0x0D: Array(#"\r"#.utf8)
            case 0x09: Array(#"\t"#.utf8)
            default: [byte]
            }
        }
    }
}

extension Redactor: CustomStringConvertible {
    /// How many spellings it knows, and none of them.
    package var description: String { "Redactor(\(forms.count) spellings)" }
}

extension Redactor: CustomReflectable {
    /// Nothing: a dump of a redactor must not show what it hides.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
