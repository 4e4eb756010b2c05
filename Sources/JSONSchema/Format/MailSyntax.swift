/// Mail addresses by RFC 5321.
enum MailSyntax {
    static func isAddress(_ text: String) -> Bool {
        var reader = ByteReader(text)
        guard localPart(&reader), reader.take("@") else { return false }
        return isDomain(reader.rest)
    }

    private static func localPart(_ reader: inout ByteReader) -> Bool {
        if reader.take("\"") { return quoted(&reader) }
        let part = reader.takeAll { byte in
            byte.isLetter || byte.isDigit || byte.isOne(of: ".!#$%&'*+-/=?^_`{|}~")
        }
        let atoms = part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return part.count <= 64 && atoms.allSatisfy { !$0.isEmpty }
    }

    /// What follows the opening quote, up to the closing one.
    private static func quoted(_ reader: inout ByteReader) -> Bool {
        while let next = reader.next {
            if reader.take("\"") { return true }
            if reader.take("\\") {
                guard let escaped = reader.next, (0x20...0x7E).contains(escaped) else { return false }
                _ = reader.take(Unicode.Scalar(escaped))
            } else {
                guard (0x20...0x7E).contains(next) else { return false }
                _ = reader.take(Unicode.Scalar(next))
            }
        }
        return false
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else {
            return HostSyntax.isHostname(String(decoding: bytes, as: UTF8.self))
        }
        let literal = bytes.dropFirst().dropLast()
        let tag = Array("IPv6:".utf8)
        return literal.starts(with: tag)
            ? HostSyntax.isIPv6(literal.dropFirst(tag.count)) : HostSyntax.isIPv4(literal)
    }
}
