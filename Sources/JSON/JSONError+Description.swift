extension JSONError: CustomStringConvertible {
    /// The fault in words with its byte; holds nothing of the text itself.
    public var description: String { "\(code.explanation) (byte \(offset))" }
}

extension JSONError.Code {
    /// The fault in words, with the fix where there is one.
    public var explanation: String {
        switch self {
        case .emptyInput: "the text is empty: a JSON value is expected"
        case .unexpectedEnd: "the text ends within a value"
        case .byteOrderMark: "the text begins with a byte order mark: leave it out"
        case .trailingContent: "something follows the value: one text holds one value"
        case .comment: "JSON has no comments"
        case .singleQuote: "strings and keys stand in double quotes"
        case .nulByte: "the text contains a byte 0: is it UTF-8?"
        case .nonFiniteNumber: "JSON has neither NaN nor Infinity"
        case .invalidLiteral: "the only words are true, false and null"
        case .leadingZero: "a number must not begin with 0 and another digit"
        case .leadingPlus: "a number must not begin with +"
        case .missingIntegerDigits: "a number needs a digit before the point and after the minus sign"
        case .missingFractionDigits: "a number needs a digit after the point"
        case .missingExponentDigits: "a number needs a digit in its exponent"
        case .malformedNumber: "the number runs into something else"
        case .trailingComma: "a comma stands before the closing bracket"
        case .missingComma: "a comma or a closing bracket is expected"
        case .missingColon: "a colon is expected after the key"
        case .expectedKey: "a key in double quotes is expected"
        case .expectedValue: "a value is expected"
        case .mismatchedBracket: "the closing bracket does not fit the open one"
        case .duplicateKey: "the object already has this key"
        case .controlCharacter: "a control character in a string must be escaped"
        case .invalidEscape: "this escape does not exist"
        case .invalidUnicodeEscape: "\\u needs four hexadecimal digits"
        case .loneSurrogate: "half a surrogate pair stands alone"
        case .invalidUTF8: "the bytes are not UTF-8"
        case .overlongUTF8: "the UTF-8 sequence is longer than needed"
        case .encodedSurrogate: "UTF-8 must not encode surrogates"
        case .codePointTooLarge: "the code point is beyond U+10FFFF"
        case .tooDeep: "the nesting is deeper than allowed"
        case .tooLarge: "the text is larger than allowed"
        case .stringTooLong: "the string is longer than allowed"
        case .tooManyContainers: "the text has more arrays and objects than allowed"
        case .tooManyValues: "the text has more values than allowed"
        case .decoderFailed: "libjson-c could not read the text: is memory short?"
        }
    }
}
