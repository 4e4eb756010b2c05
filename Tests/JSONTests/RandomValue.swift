import JSON

/// Makes values of all kinds, with a liking for what is rare in the wild: controls, U+0000, escapes, odd numbers.
struct RandomValue {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func value(depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2, 3: .number(number())
        case 4, 5: .string(string())
        case 6: .array((0..<count()).map { _ in value(depth: depth - 1) })
        default: .object(JSONObject((0..<count()).map { _ in (string(), value(depth: depth - 1)) }))
        }
    }

    mutating func string() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &generator) { text.append(scalar()) }
        return String(text)
    }

    mutating func number() -> JSONNumber {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: JSONNumber(Int64.random(in: -20...20, using: &generator))
        case 1: JSONNumber(Int64.random(in: .min ... .max, using: &generator))
        case 2: JSONNumber(UInt64.random(in: 0 ... .max, using: &generator))
        default: JSONNumber(Double(bitPattern: generator.next())) ?? 0
        }
    }

    private mutating func count() -> Int {
        Bool.random(using: &generator)
            ? Int.random(in: 0..<4, using: &generator) : Int.random(in: 0..<40, using: &generator)
    }

    private mutating func scalar() -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x1F, 0x20...0x7E, 0x20...0x7E, 0x20...0x7E, 0x22...0x22, 0x5C...0x5C, 0x7F...0x7FF, 0x800...0xD7FF,
            0xE000...0xFFFF, 0x1_0000...0x10_FFFF,
        ]
        let range = ranges[Int.random(in: ranges.indices, using: &generator)]
        return Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? " "
    }
}
