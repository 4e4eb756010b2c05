/// A power of ten of any size, since `1e99999999999999999999999` is a JSON number too.
enum DecimalExponent: Hashable {
    /// A power of less than 18 digits.
    case small(Int)
    /// A power of 19 digits or more (values 0 to 9, the first not zero).
    case huge(isNegative: Bool, digits: [UInt8])

    private static let smallDigitCount = 18

    /// Reads what follows the letter e: an optional sign and digits.
    init(_ text: Substring.UTF8View) {
        var digits = text
        let sign = digits.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }.map { $0 &- UInt8(ascii: "0") }
        self.init(isNegative: sign == UInt8(ascii: "-"), digits: significant)
    }

    private init(isNegative: Bool, digits: [UInt8]) {
        if digits.count <= Self.smallDigitCount {
            let size = digits.reduce(0) { $0 * 10 + Int($1) }
            self = .small(isNegative ? -size : size)
        } else {
            self = .huge(isNegative: isNegative, digits: digits)
        }
    }

    /// The sum with a shift that is at most the length of a text.
    func adding(_ shift: Int) -> DecimalExponent {
        switch self {
        case .small(let power):
            let sum = power + shift
            guard String(sum.magnitude).utf8.count > Self.smallDigitCount else { return .small(sum) }
            return DecimalExponent(
                isNegative: sum < 0,
                digits: String(sum.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
            )
        case .huge(let isNegative, let digits):
            // A huge power is larger than any shift, so that the sign stays.
            var carry = isNegative ? -shift : shift
            var sum = digits
            for place in sum.indices.reversed() where carry != 0 {
                let total = Int(sum[place]) + carry
                let digit = ((total % 10) + 10) % 10
                sum[place] = UInt8(digit)
                carry = (total - digit) / 10
            }
            while carry > 0 {
                sum.insert(UInt8(carry % 10), at: 0)
                carry /= 10
            }
            return DecimalExponent(isNegative: isNegative, digits: Array(sum.drop { $0 == 0 }))
        }
    }

    /// The power with its sign, as ECMAScript writes it after the letter e.
    var signedText: String {
        switch self {
        case .small(let power):
            (power < 0 ? "-" : "+") + String(power.magnitude)
        case .huge(let isNegative, let digits):
            (isNegative ? "-" : "+") + String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        }
    }
}

extension DecimalExponent: Comparable {
    static func < (left: DecimalExponent, right: DecimalExponent) -> Bool {
        switch (left, right) {
        case (.small(let left), .small(let right)): left < right
        case (.small, .huge(let isNegative, _)): !isNegative
        case (.huge(let isNegative, _), .small): isNegative
        case (.huge(let leftIsNegative, let left), .huge(let rightIsNegative, let right)):
            if leftIsNegative != rightIsNegative {
                leftIsNegative
            } else if leftIsNegative {
                isLess(right, left)
            } else {
                isLess(left, right)
            }
        }
    }

    private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
}
