/// How far a number has been read.
enum NumberState: UInt8 {
    case minus, zero, integer, point, fraction, exponentMark, exponentSign, exponent

    init(first: UInt8) {
        self =
            switch first {
            case UInt8(ascii: "-"): .minus
            case UInt8(ascii: "0"): .zero
            default: .integer
            }
    }

    /// What is missing when the number ends here; nil when it may.
    var missing: JSONError.Code? {
        switch self {
        case .minus: .missingIntegerDigits
        case .point: .missingFractionDigits
        case .exponentMark, .exponentSign: .missingExponentDigits
        case .zero, .integer, .fraction, .exponent: nil
        }
    }

    var isInteger: Bool { self == .zero || self == .integer }
}

extension Cursor {
    /// Goes on with a number.
    ///
    /// True when the next byte no longer belongs to it.
    @inline(__always)
    mutating func number(_ base: UnsafePointer<UInt8>, end: Int) throws(JSONError) -> Bool {
        while position < end {
            let byte = base[position]
            switch (byte, numberState) {
            case (UInt8(ascii: "0")...UInt8(ascii: "9"), .integer),
                (UInt8(ascii: "0")...UInt8(ascii: "9"), .fraction),
                (UInt8(ascii: "0")...UInt8(ascii: "9"), .exponent):
                break
            case (UInt8(ascii: "0"), .minus):
                numberState = .zero
            case (UInt8(ascii: "1")...UInt8(ascii: "9"), .minus):
                numberState = .integer
            case (UInt8(ascii: "0")...UInt8(ascii: "9"), .zero):
                throw JSONError(.leadingZero, at: position)
            case (UInt8(ascii: "0")...UInt8(ascii: "9"), .point):
                numberState = .fraction
            case (UInt8(ascii: "0")...UInt8(ascii: "9"), _):
                numberState = .exponent
            case (UInt8(ascii: "."), .zero), (UInt8(ascii: "."), .integer):
                numberState = .point
            case (UInt8(ascii: "e"), .zero), (UInt8(ascii: "e"), .integer), (UInt8(ascii: "e"), .fraction),
                (UInt8(ascii: "E"), .zero), (UInt8(ascii: "E"), .integer), (UInt8(ascii: "E"), .fraction):
                numberState = .exponentMark
            case (UInt8(ascii: "+"), .exponentMark), (UInt8(ascii: "-"), .exponentMark):
                numberState = .exponentSign
            default:
                try checkEnd(byte)
                return true
            }
            position += 1
        }
        return false
    }

    /// Names what is wrong with a number that ends before this byte.
    private func checkEnd(_ byte: UInt8) throws(JSONError) {
        if numberState == .minus, byte == UInt8(ascii: "I") || byte == UInt8(ascii: "N") {
            throw JSONError(.nonFiniteNumber, at: position)
        }
        if let code = numberState.missing { throw JSONError(code, at: position) }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            throw JSONError(.malformedNumber, at: position)
        default:
            break
        }
    }

    /// Goes on with true, false or null.
    ///
    /// True when it is complete.
    @inline(__always)
    mutating func literal(_ base: UnsafePointer<UInt8>, end: Int) throws(JSONError) -> Bool {
        let word: StaticString =
            switch base[tokenStart] {
            case UInt8(ascii: "t"): "true"
            case UInt8(ascii: "f"): "false"
            default: "null"
            }
        while position < end {
            guard base[position] == word.utf8Start[position - tokenStart] else {
                throw JSONError(.invalidLiteral, at: tokenStart)
            }
            position += 1
            if position - tokenStart == word.utf8CodeUnitCount { return true }
        }
        return false
    }
}
