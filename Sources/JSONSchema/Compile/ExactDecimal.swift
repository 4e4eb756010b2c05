import JSON

/// The divisor of `multipleOf`, kept exactly as a whole number and a power of ten.
struct ExactDecimal: Sendable, Hashable {
    /// Significant digits, never a multiple of ten.
    private let digits: UInt128
    /// Power of ten the digits are multiplied by.
    private let exponent: Int
    /// The number as it was written.
    let number: JSONNumber

    /// A positive number of at most 37 significant digits; nil for any other.
    init?(_ number: JSONNumber) {
        let parts = DecimalParts(number)
        guard !parts.isNegative, !parts.digits.isEmpty, parts.digits.count <= 37 else { return nil }
        digits = parts.digits.reduce(0) { $0 * 10 + UInt128($1) }
        exponent = parts.exponent
        self.number = number
    }

    /// Whether a number is this one times a whole number, by exact arithmetic at any magnitude.
    func divides(_ dividend: JSONNumber) -> Bool {
        let parts = DecimalParts(dividend)
        guard !parts.digits.isEmpty else { return true }
        // No trailing zeros are left in the dividend, so a divisor with more zeros cannot fit.
        guard parts.exponent >= exponent else { return false }
        let divisor = cancelled(powerOfTen: parts.exponent - exponent)
        return parts.digits.reduce(UInt128(0)) { ($0 * 10 + UInt128($1)) % divisor } == 0
    }

    /// The divisor without the factors that the power of ten already brings.
    private func cancelled(powerOfTen: Int) -> UInt128 {
        var divisor = digits
        for factor: UInt128 in [2, 5] {
            var left = powerOfTen
            while left > 0, divisor.isMultiple(of: factor) {
                divisor /= factor
                left -= 1
            }
        }
        return divisor
    }
}

/// A JSON number as sign, significant digits without zeros at either end, and power of ten.
struct DecimalParts {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    init(_ number: JSONNumber) {
        var inFraction = false
        var bytes = Array(number.text.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "-"):
                isNegative = true
            case UInt8(ascii: "."):
                inFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                let written = bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
                // An exponent past Int is no number anybody can mean: the far end of the range stands for it.
                let power = Int(String(decoding: written, as: UTF8.self))
                let limit = Int.max / 4
                exponent += min(max(power ?? (written.first == UInt8(ascii: "-") ? -limit : limit), -limit), limit)
                bytes = []
            default:
                if inFraction { exponent -= 1 }
                digits.append(byte - UInt8(ascii: "0"))
            }
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        digits = Array(digits.drop { $0 == 0 })
        if digits.isEmpty { exponent = 0 }
    }
}
