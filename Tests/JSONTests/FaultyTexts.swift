import JSON
import Testing

/// A text with the fault that it must be refused for.
struct FaultyText: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var code: JSONError.Code
    var offset: Int

    init(_ text: String, _ code: JSONError.Code, _ offset: Int) {
        self.init(Array(text.utf8), code, offset)
    }

    init(_ bytes: [UInt8], _ code: JSONError.Code, _ offset: Int) {
        self.bytes = bytes
        self.code = code
        self.offset = offset
    }

    /// A string with these bytes between its quotes; the offset counts from the opening quote.
    static func string(_ bytes: [UInt8], _ code: JSONError.Code, _ offset: Int) -> FaultyText {
        FaultyText([0x22] + bytes + [0x22], code, offset)
    }

    var error: JSONError { JSONError(code, at: offset) }
    var testDescription: String { "\(code) in \(String(decoding: bytes.prefix(40), as: UTF8.self).debugDescription)" }

    static let all = ends + structure + words + numbers + strings + encodings + keys

    static let ends = [
        FaultyText("", .emptyInput, 0),
        FaultyText(" \n\t\r", .emptyInput, 4),
        FaultyText("[", .unexpectedEnd, 1),
        FaultyText("{", .unexpectedEnd, 1),
        FaultyText("{\"a\"", .unexpectedEnd, 4),
        FaultyText("{\"a\":", .unexpectedEnd, 5),
        FaultyText("{\"a\":1", .unexpectedEnd, 6),
        FaultyText("{\"a\":1,", .unexpectedEnd, 7),
        FaultyText("[1", .unexpectedEnd, 2),
        FaultyText("[1.", .unexpectedEnd, 3),
        FaultyText("[1,", .unexpectedEnd, 3),
        FaultyText("[[]", .unexpectedEnd, 3),
        FaultyText("\"", .unexpectedEnd, 1),
        FaultyText("\"a", .unexpectedEnd, 2),
        FaultyText("\"\\", .unexpectedEnd, 2),
        FaultyText("\"\\u00e", .unexpectedEnd, 6),
        FaultyText("\"\\ud83d", .unexpectedEnd, 7),
        FaultyText([0x22, 0xE2, 0x82], .unexpectedEnd, 3),
        FaultyText([0xEF, 0xBB], .unexpectedEnd, 2),
        FaultyText("tru", .unexpectedEnd, 3),
        FaultyText("nul", .unexpectedEnd, 3),
        FaultyText("1 2", .trailingContent, 2),
        FaultyText("{}{}", .trailingContent, 2),
        FaultyText("[]]", .trailingContent, 2),
        FaultyText("null,", .trailingContent, 4),
        FaultyText("truex", .trailingContent, 4),
        FaultyText("\"a\" x", .trailingContent, 4),
        FaultyText([0xEF, 0xBB, 0xBF, 0x31], .byteOrderMark, 0),
    ]

    static let structure = [
        FaultyText("[1,]", .trailingComma, 3),
        FaultyText("{\"a\":1 , }", .trailingComma, 9),
        FaultyText("[,1]", .expectedValue, 1),
        FaultyText("[1,,2]", .expectedValue, 3),
        FaultyText("{\"a\":}", .expectedValue, 5),
        FaultyText("]", .expectedValue, 0),
        FaultyText(",", .expectedValue, 0),
        FaultyText("[\u{A0}]", .expectedValue, 1),
        FaultyText("\u{FB01}", .expectedValue, 0),
        FaultyText("[a]", .expectedValue, 1),
        FaultyText("[\u{0C}]", .expectedValue, 1),
        FaultyText("[1 2]", .missingComma, 3),
        FaultyText("[1 \"a\"]", .missingComma, 3),
        FaultyText("{\"a\":1 \"b\":2}", .missingComma, 7),
        FaultyText("[1:2]", .missingComma, 2),
        FaultyText("{\"a\" 1}", .missingColon, 5),
        FaultyText("{\"a\",1}", .missingColon, 4),
        FaultyText("{a:1}", .expectedKey, 1),
        FaultyText("{1:1}", .expectedKey, 1),
        FaultyText("{,}", .expectedKey, 1),
        FaultyText("{\"a\":1,,}", .expectedKey, 7),
        FaultyText("[1}", .mismatchedBracket, 2),
        FaultyText("[}", .mismatchedBracket, 1),
        FaultyText("{\"a\":1]", .mismatchedBracket, 6),
        FaultyText("// x\n1", .comment, 0),
        FaultyText("[1, /* x */ 2]", .comment, 4),
        FaultyText("{} // x", .comment, 3),
        FaultyText("'a'", .singleQuote, 0),
        FaultyText("{'a':1}", .singleQuote, 1),
        FaultyText([0x7B, 0x00, 0x7D, 0x00], .nulByte, 1),
        FaultyText([0x31, 0x00], .nulByte, 1),
    ]

    static let words = [
        FaultyText("NaN", .nonFiniteNumber, 0),
        FaultyText("[Infinity]", .nonFiniteNumber, 1),
        FaultyText("-Infinity", .nonFiniteNumber, 1),
        FaultyText("-NaN", .nonFiniteNumber, 1),
        FaultyText("True", .expectedValue, 0),
        FaultyText("[nul]", .invalidLiteral, 1),
        FaultyText("trUe", .invalidLiteral, 0),
        FaultyText("nan", .invalidLiteral, 0),
        FaultyText("[falsey]", .missingComma, 6),
    ]

    static let numbers = [
        FaultyText("01", .leadingZero, 1),
        FaultyText("-01", .leadingZero, 2),
        FaultyText("[00]", .leadingZero, 2),
        FaultyText("+1", .leadingPlus, 0),
        FaultyText("++1", .leadingPlus, 0),
        FaultyText(".5", .missingIntegerDigits, 0),
        FaultyText("-", .missingIntegerDigits, 1),
        FaultyText("[-]", .missingIntegerDigits, 2),
        FaultyText("-.5", .missingIntegerDigits, 1),
        FaultyText("--1", .missingIntegerDigits, 1),
        FaultyText("1.", .missingFractionDigits, 2),
        FaultyText("[1.]", .missingFractionDigits, 3),
        FaultyText("1.e5", .missingFractionDigits, 2),
        FaultyText("1e", .missingExponentDigits, 2),
        FaultyText("[1e]", .missingExponentDigits, 3),
        FaultyText("1e+", .missingExponentDigits, 3),
        FaultyText("1E-x", .missingExponentDigits, 3),
        FaultyText("0x1F", .malformedNumber, 1),
        FaultyText("1_000", .malformedNumber, 1),
        FaultyText("1.2.3", .malformedNumber, 3),
        FaultyText("1e5.2", .malformedNumber, 3),
        FaultyText("1+2", .malformedNumber, 1),
        FaultyText("[12a]", .malformedNumber, 3),
        FaultyText("1ee2", .missingExponentDigits, 2),
        FaultyText("\u{FF11}", .expectedValue, 0),
    ]

    static let strings = [
        FaultyText("\"a\nb\"", .controlCharacter, 2),
        FaultyText("\"\t\"", .controlCharacter, 1),
        FaultyText("\"12345678\u{1F}\"", .controlCharacter, 9),
        FaultyText([0x22, 0x61, 0x00, 0x22], .nulByte, 2),
        FaultyText("\"a\\x41\"", .invalidEscape, 2),
        FaultyText("\"\\'\"", .invalidEscape, 1),
        FaultyText("\"\\U0041\"", .invalidEscape, 1),
        FaultyText("\"\\é\"", .invalidEscape, 1),
        FaultyText("\"\\u12g4\"", .invalidUnicodeEscape, 5),
        FaultyText("\"\\u\"", .invalidUnicodeEscape, 3),
        FaultyText("\"\\u004", .unexpectedEnd, 6),
        FaultyText("\"\\ud800\"", .loneSurrogate, 1),
        FaultyText("\"a\\ud800b\"", .loneSurrogate, 2),
        FaultyText("\"\\udc00\"", .loneSurrogate, 1),
        FaultyText("\"\\udc00\\ud800\"", .loneSurrogate, 1),
        FaultyText("\"\\ud800\\n\"", .loneSurrogate, 1),
        FaultyText("\"\\ud800\\u0041\"", .loneSurrogate, 1),
        FaultyText("\"\\ud800\\ud800\"", .loneSurrogate, 1),
        FaultyText("\"\\ud800\\u00x1\"", .invalidUnicodeEscape, 11),
    ]

    static let encodings: [FaultyText] = [
        .string([0x80], .invalidUTF8, 1),
        .string([0x61, 0xBF], .invalidUTF8, 2),
        .string([0xFF], .invalidUTF8, 1),
        .string([0xF8, 0x88, 0x80, 0x80, 0x80], .invalidUTF8, 1),
        .string([0xC3], .invalidUTF8, 1),
        .string([0xE2, 0x82], .invalidUTF8, 1),
        .string([0xE2, 0x28, 0xA1], .invalidUTF8, 1),
        .string([0xF0, 0x9F, 0x98], .invalidUTF8, 1),
        .string([0xF0, 0x9F, 0x28, 0x80], .invalidUTF8, 1),
        .string([0xC0, 0xAF], .overlongUTF8, 1),
        .string([0xC1, 0xBF], .overlongUTF8, 1),
        .string([0xE0, 0x80, 0xAF], .overlongUTF8, 1),
        .string([0xE0, 0x9F, 0xBF], .overlongUTF8, 1),
        .string([0xF0, 0x80, 0x80, 0xAF], .overlongUTF8, 1),
        .string([0xF0, 0x8F, 0xBF, 0xBF], .overlongUTF8, 1),
        .string([0xED, 0xA0, 0x80], .encodedSurrogate, 1),
        .string([0xED, 0xBF, 0xBF], .encodedSurrogate, 1),
        .string([0xF4, 0x90, 0x80, 0x80], .codePointTooLarge, 1),
        .string([0xF5, 0x80, 0x80, 0x80], .codePointTooLarge, 1),
        FaultyText([0x5B, 0xFF, 0x5D], .expectedValue, 1),
        FaultyText([0xFE, 0xFF, 0x00, 0x31], .expectedValue, 0),
    ]

    static let keys = [
        FaultyText("{\"a\":1,\"a\":2}", .duplicateKey, 7),
        FaultyText("{\"a\":1,\"\\u0061\":2}", .duplicateKey, 7),
        FaultyText("{\"\\u0061\":1,\"a\":2}", .duplicateKey, 12),
        FaultyText("{\"\\ud83d\\ude00\":1,\"😀\":2}", .duplicateKey, 18),
        FaultyText("{\"\":1,\"\":2}", .duplicateKey, 6),
        FaultyText("{\"\\/\":1,\"/\":2}", .duplicateKey, 8),
        FaultyText("{\"b\":{\"a\":1},\"a\":2,\"b\":3}", .duplicateKey, 19),
        FaultyText("{\"a\\u0000b\":1,\"a\\u0000b\":2}", .duplicateKey, 14),
        FaultyText("{\"eight888\":1,\"eight888\":2}", .duplicateKey, 14),
        FaultyText("{\"long long key\":1,\"long long key\":2}", .duplicateKey, 19),
        manyKeys(17, repeated: 0),
        manyKeys(100, repeated: 50),
    ]

    /// An object with many keys, one of which comes again at the end.
    private static func manyKeys(_ count: Int, repeated: Int) -> FaultyText {
        let members = (0..<count).map { "\"key \($0)\":{\"key 1\":0}" }.joined(separator: ",")
        return FaultyText("{\(members),\"key \(repeated)\":1}", .duplicateKey, members.utf8.count + 2)
    }
}
