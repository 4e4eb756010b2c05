/// A number as sign, significant digits and power of ten, the one form that all spellings of a value share.
///
/// The value is 0.DIGITS × 10^exponent. Zero has no digits, no sign and exponent zero. Nothing here grows with the
/// exponent's value, only with the length of the text.
struct DecimalForm: Hashable {
    private(set) var isNegative: Bool
    /// The values 0 to 9, neither the first nor the last of them zero.
    private(set) var digits: [UInt8]
    private(set) var exponent: DecimalExponent

    /// Takes apart a number in JSON's (or Swift's) spelling.
    init(_ text: String) {
        var bytes = Substring(text).utf8
        isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes.removeFirst() }
        digits = []
        digits.reserveCapacity(bytes.count)
        var shift = 0
        var isFraction = false
        var written = DecimalExponent.small(0)
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "."):
                isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                written = DecimalExponent(bytes)
                bytes = bytes[bytes.endIndex...]
            case UInt8(ascii: "0") where digits.isEmpty:
                if isFraction { shift -= 1 }
            default:
                digits.append(byte &- UInt8(ascii: "0"))
                if !isFraction { shift += 1 }
            }
        }
        while digits.last == 0 { digits.removeLast() }
        exponent = digits.isEmpty ? .small(0) : written.adding(shift)
        if digits.isEmpty { isNegative = false }
    }

    /// Whether there is no fraction.
    var isInteger: Bool { digits.isEmpty || exponent >= .small(digits.count) }

    /// The value when it is an integer of at most 38 digits.
    var integer: Int128? {
        guard isInteger, case .small(let power) = exponent, power <= 38 else { return nil }
        var value: Int128 = 0
        for place in 0..<power { value = value * 10 + Int128(place < digits.count ? digits[place] : 0) }
        return isNegative ? -value : value
    }

    /// The value in ECMAScript's notation, which RFC 8785 prescribes; the digits are taken as they are.
    var ecmaScriptText: String {
        guard let first = digits.first else { return "0" }
        let sign = isNegative ? "-" : ""
        let all = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        switch exponent {
        case .small(let power) where digits.count <= power && power <= 21:
            return sign + all + String(repeating: "0", count: power - digits.count)
        case .small(let power) where 1...21 ~= power:
            return sign + all.prefix(power) + "." + all.dropFirst(power)
        case .small(let power) where -5...0 ~= power:
            return sign + "0." + String(repeating: "0", count: -power) + all
        default:
            let scientific = exponent.adding(-1).signedText
            return sign + String(first) + (digits.count > 1 ? "." + all.dropFirst() : "") + "e" + scientific
        }
    }
}

extension DecimalForm: Comparable {
    static func < (left: DecimalForm, right: DecimalForm) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? right.isSmallerInSize(than: left) : left.isSmallerInSize(than: right)
    }

    private func isSmallerInSize(than other: DecimalForm) -> Bool {
        guard !digits.isEmpty, !other.digits.isEmpty else { return digits.isEmpty && !other.digits.isEmpty }
        guard exponent == other.exponent else { return exponent < other.exponent }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
