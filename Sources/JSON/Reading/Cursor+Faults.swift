extension Cursor {
    /// Names a byte that nothing allows here: by what it is, otherwise by what is missing.
    func fault(_ byte: UInt8, _ code: JSONError.Code) -> JSONError {
        switch (byte, code) {
        case (0, _): JSONError(.nulByte, at: position)
        case (UInt8(ascii: "/"), _): JSONError(.comment, at: position)
        case (UInt8(ascii: "'"), .expectedKey), (UInt8(ascii: "'"), .expectedValue):
            JSONError(.singleQuote, at: position)
        case (UInt8(ascii: "]"), .missingComma), (UInt8(ascii: "}"), .missingComma):
            JSONError(.mismatchedBracket, at: position)
        default: JSONError(code, at: position)
        }
    }

    /// Names a byte that begins no value.
    func valueFault(_ byte: UInt8) -> JSONError {
        switch byte {
        case UInt8(ascii: "]") where state == .nextElement: JSONError(.trailingComma, at: position)
        case UInt8(ascii: "}") where state == .firstElement || state == .nextElement:
            JSONError(.mismatchedBracket, at: position)
        case UInt8(ascii: "N"), UInt8(ascii: "I"): JSONError(.nonFiniteNumber, at: position)
        case UInt8(ascii: "+"): JSONError(.leadingPlus, at: position)
        case UInt8(ascii: "."): JSONError(.missingIntegerDigits, at: position)
        default: fault(byte, .expectedValue)
        }
    }

    /// A text that begins with EF.
    ///
    /// False when more bytes are needed to judge it, otherwise it always throws.
    func byteOrderMark(_ base: UnsafePointer<UInt8>, end: Int) throws(JSONError) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        for (place, expected) in mark.enumerated() {
            guard place < end else { return false }
            guard base[place] == expected else { throw JSONError(.expectedValue, at: 0) }
        }
        throw JSONError(.byteOrderMark, at: 0)
    }
}
