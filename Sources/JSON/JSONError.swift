/// What is wrong with a JSON text, and at which byte it shows.
public struct JSONError: Error, Hashable, Sendable {
    /// The fault, by name.
    public var code: Code

    /// The byte at which the fault shows, counted from the start of the text; its length where the text ends too early.
    public var offset: Int

    /// Names a fault and its place.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// Every fault that a text can have.
    ///
    /// More may be added.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// Nothing but white space.
        case emptyInput
        /// The text stops within a value.
        case unexpectedEnd
        /// U+FEFF before the value.
        case byteOrderMark
        /// Something other than white space after the value.
        case trailingContent
        /// A comment, which JSON does not have.
        case comment
        /// A string or key in single quotes.
        case singleQuote
        /// A byte 0, within a string or outside.
        case nulByte
        /// NaN or Infinity, with or without a sign.
        case nonFiniteNumber
        /// A word that begins like true, false or null, but is not.
        case invalidLiteral
        /// A number such as 01.
        case leadingZero
        /// A number such as +1.
        case leadingPlus
        /// A number such as .5 or a lone minus.
        case missingIntegerDigits
        /// A number such as 1. or 1.e5.
        case missingFractionDigits
        /// A number such as 1e or 1e+.
        case missingExponentDigits
        /// A number that runs into a letter, point, sign or underscore, such as 0x1F or 1_000.
        case malformedNumber
        /// A comma before the closing bracket.
        case trailingComma
        /// Two elements or members without a comma between.
        case missingComma
        /// A key without a colon after it.
        case missingColon
        /// Something other than a string where a key must stand.
        case expectedKey
        /// Something that begins no value where a value must stand.
        case expectedValue
        /// An array closed like an object, or an object like an array.
        case mismatchedBracket
        /// A key that its object already has, after unescaping.
        case duplicateKey
        /// A raw control character in a string.
        case controlCharacter
        /// A backslash before a character that cannot be escaped.
        case invalidEscape
        /// A \u without four hexadecimal digits.
        case invalidUnicodeEscape
        /// An escaped half of a surrogate pair without the other half.
        case loneSurrogate
        /// A byte that is no UTF-8: a stray continuation byte, an incomplete sequence, or F8 and above.
        case invalidUTF8
        /// A UTF-8 sequence longer than its code point needs.
        case overlongUTF8
        /// A UTF-8 sequence for a code point from U+D800 to U+DFFF.
        case encodedSurrogate
        /// A UTF-8 sequence for a code point beyond U+10FFFF.
        case codePointTooLarge
        /// More arrays and objects open than ``JSONLimits/depth``.
        case tooDeep
        /// More bytes than ``JSONLimits/bytes``.
        case tooLarge
        /// A string or key of more bytes than ``JSONLimits/stringBytes``.
        case stringTooLong
        /// More arrays and objects than ``JSONLimits/containers``.
        case tooManyContainers
        /// More values than ``JSONLimits/values``.
        case tooManyValues
        /// libjson-c could not read a text that is valid, for want of memory.
        case decoderFailed
    }
}
