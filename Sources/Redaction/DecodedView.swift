/// Bytes that were read out of an encoding, each with the stretch of the source that it came from.
struct DecodedView {
    private(set) var bytes: [UInt8] = []
    private var origins: [Range<Int>] = []

    mutating func append(_ byte: UInt8, from origin: Range<Int>) {
        bytes.append(byte)
        origins.append(origin)
    }

    /// The stretch of the source behind some of the bytes.
    func source(of range: Range<Int>) -> Range<Int> {
        origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
    }

    /// Every way in which the bytes may carry others; decodings shorter than the minimum are left out.
    static func all(of bytes: [UInt8], minimum: Int) -> [DecodedView] {
        var views: [DecodedView] = []
        if bytes.contains(UInt8(ascii: "%")) { views.append(percent(bytes, plusIsSpace: false)) }
        if bytes.contains(UInt8(ascii: "+")) { views.append(percent(bytes, plusIsSpace: true)) }
        if bytes.contains(UInt8(ascii: "\\")) { views.append(escapes(bytes)) }
        views += base64(bytes, minimum: minimum) + hexadecimal(bytes, minimum: minimum)
        return views.filter { $0.bytes.count >= minimum }
    }

    private static func percent(_ bytes: [UInt8], plusIsSpace: Bool) -> DecodedView {
        var view = DecodedView()
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = bytes[index + 1].hexValue,
                let low = bytes[index + 2].hexValue
            {
                view.append(high << 4 | low, from: index..<(index + 3))
                index += 3
            } else {
                let isSpace = plusIsSpace && bytes[index] == UInt8(ascii: "+")
                view.append(isSpace ? 0x20 : bytes[index], from: index..<(index + 1))
                index += 1
            }
        }
        return view
    }

    /// Reads what follows a backslash as JSON does, and as Python's `repr` and shells do.
    private static func escapes(_ bytes: [UInt8]) -> DecodedView {
        var view = DecodedView()
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                view.append(bytes[index], from: index..<(index + 1))
                index += 1
                continue
            }
            let (decoded, length) = escape(bytes, at: index)
            for byte in decoded { view.append(byte, from: index..<(index + length)) }
            index += length
        }
        return view
    }

    private static func escape(_ bytes: [UInt8], at index: Int) -> (decoded: [UInt8], length: Int) {
        switch bytes[index + 1] {
        case UInt8(ascii: "n"): return ([0x0A], 2)
        case UInt8(ascii: "r"): return ([0x0D], 2)
        case UInt8(ascii: "t"): return ([0x09], 2)
        case UInt8(ascii: "b"): return ([0x08], 2)
        case UInt8(ascii: "f"): return ([0x0C], 2)
        case UInt8(ascii: "x"):
            guard let value = number(bytes, at: index + 2, digits: 2) else { return ([bytes[index + 1]], 2) }
            return ([UInt8(value)], 4)
        case UInt8(ascii: "u"):
            guard let first = number(bytes, at: index + 2, digits: 4) else { return ([bytes[index + 1]], 2) }
            if (0xD800..<0xDC00).contains(first), index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
                let second = number(bytes, at: index + 8, digits: 4), (0xDC00..<0xE000).contains(second)
            {
                return (utf8(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)), 12)
            }
            return (utf8(first), 6)
        default: return ([bytes[index + 1]], 2)
        }
    }

    private static func utf8(_ code: UInt32) -> [UInt8] {
        Unicode.Scalar(code).map { Array(String(Character($0)).utf8) } ?? [0xEF, 0xBF, 0xBD]
    }

    private static func number(_ bytes: [UInt8], at start: Int, digits: Int) -> UInt32? {
        guard start + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[start..<(start + digits)] {
            guard let digit = byte.hexValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Reads every run of the alphabet, in either spelling, from each of its first four characters on.
    private static func base64(_ bytes: [UInt8], minimum: Int) -> [DecodedView] {
        runs(of: bytes, digits: \.base64Value, minimum: (minimum * 4 + 2) / 3).flatMap { run in
            (0..<4).map { offset in
                var view = DecodedView()
                var group: [(digit: UInt8, place: Int)] = []
                for item in run.dropFirst(offset) {
                    group.append(item)
                    guard group.count == 4 else { continue }
                    view.append(group: group)
                    group.removeAll(keepingCapacity: true)
                }
                if group.count > 1 { view.append(group: group) }
                return view
            }
        }
    }

    private mutating func append(group: [(digit: UInt8, place: Int)]) {
        let origin = group[0].place..<(group[group.count - 1].place + 1)
        let word = group.reduce(0) { $0 << 6 | UInt32($1.digit) } << UInt32(6 * (4 - group.count))
        for index in 0..<(group.count - 1) {
            append(UInt8(truncatingIfNeeded: word >> UInt32(16 - 8 * index)), from: origin)
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], minimum: Int) -> [DecodedView] {
        runs(of: bytes, digits: \.hexValue, minimum: minimum * 2).flatMap { run in
            (0..<2).map { offset in
                var view = DecodedView()
                for index in stride(from: offset, to: run.count - 1, by: 2) {
                    let origin = run[index].place..<(run[index + 1].place + 1)
                    view.append(run[index].digit << 4 | run[index + 1].digit, from: origin)
                }
                return view
            }
        }
    }

    /// Stretches of digits with their places; one line break within is passed over, as in wrapped text.
    private static func runs(
        of bytes: [UInt8],
        digits: (UInt8) -> UInt8?,
        minimum: Int
    ) -> [[(digit: UInt8, place: Int)]] {
        var runs: [[(digit: UInt8, place: Int)]] = []
        var run: [(digit: UInt8, place: Int)] = []
        for (place, byte) in bytes.enumerated() {
            if let digit = digits(byte) {
                run.append((digit, place))
            } else if byte != 0x0A, byte != 0x0D {
                if run.count >= minimum { runs.append(run) }
                run.removeAll(keepingCapacity: true)
            }
        }
        if run.count >= minimum { runs.append(run) }
        return runs
    }
}

extension UInt8 {
    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    fileprivate var base64Value: UInt8? {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): self - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): self - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
