/// URI templates by RFC 6570.
enum URITemplateSyntax {
    static func isTemplate(_ text: String) -> Bool {
        var reader = ByteReader(text)
        while let next = reader.next {
            if reader.take("{") {
                guard expression(&reader) else { return false }
            } else if next == UInt8(ascii: "%") {
                guard escape(&reader) else { return false }
            } else {
                guard next > 0x20, next != 0x7F, !next.isOne(of: "\"<>\\^`|}") else { return false }
                _ = reader.take(Unicode.Scalar(next))
            }
        }
        return true
    }

    private static func expression(_ reader: inout ByteReader) -> Bool {
        _ = reader.take("+", "#", ".", "/", ";", "?", "&", "=", ",", "!", "@", "|")
        repeat {
            guard variable(&reader) else { return false }
        } while reader.take(",")
        return reader.take("}")
    }

    private static func variable(_ reader: inout ByteReader) -> Bool {
        repeat {
            var isEmpty = true
            while let next = reader.next {
                if next == UInt8(ascii: "%") {
                    guard escape(&reader) else { return false }
                } else {
                    guard next.isLetter || next.isDigit || next == UInt8(ascii: "_") else { break }
                    _ = reader.take(Unicode.Scalar(next))
                }
                isEmpty = false
            }
            guard !isEmpty else { return false }
        } while reader.take(".")
        guard reader.take(":") else {
            _ = reader.take("*")
            return true
        }
        let length = reader.takeAll(while: \.isDigit)
        return (1...4).contains(length.count) && length.first != UInt8(ascii: "0")
    }

    private static func escape(_ reader: inout ByteReader) -> Bool {
        guard reader.take("%") else { return false }
        let digits = reader.rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy(\.isHexDigit) else { return false }
        for digit in digits { _ = reader.take(Unicode.Scalar(digit)) }
        return true
    }
}
