/// What json-c loses of a text, and how it is kept.
///
/// Every value comes out of libjson-c's tree. The scan before it remembers what json-c would lose of this very text,
/// and ``TreeReader`` mends that in document order:
///
/// - **Integers beyond 64 bits** become the nearest that fits, and **-0** becomes 0. The scan counts the integers and
///   notes those that may suffer this. The reader counts along; where json-c's number is spelled otherwise than the
///   text, the text is kept.
/// - **Keys with U+0000** end there, after which two may be one. Only in keys, json-c gets the byte FF for each escaped
///   U+0000; no key of a text that is UTF-8 contains it, and the reader turns it back.
/// - **Numbers with a point or an exponent** become doubles, infinite ones among them. json-c itself keeps their text
///   beside, of any length, and that is what is read.
/// - **Nesting** has to be limited in advance, so the scan measures it.
/// - **A number or a word at the very end** is not taken for complete, so white space follows.
///
/// Where json-c is lenient (comments, other quotes, bad UTF-8, repeated keys, …) the scan has refused the text before.
struct JSONCLosses: TokenSink {
    /// An integer that json-c may change.
    struct Integer: Sendable {
        /// Which of the text's integers it is, counted from 1.
        var ordinal: Int
        var extent: Range<Int>
    }

    /// What stands for U+0000 in the keys that json-c gets.
    static let nul: UInt8 = 0xFF

    private static let nulEscape = Array(#"\u0000"#.utf8)
    /// That many bytes fit 64 bits whatever they are.
    private static let safeCount = 18

    private(set) var integers: [Integer] = []
    /// Where U+0000 is escaped in keys.
    private(set) var nulEscapes: [Int] = []
    /// The most arrays and objects that are open at the same time.
    private(set) var deepest = 0
    private var depth = 0
    private var integerCount = 0

    @inline(__always)
    mutating func key(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isEscaped: Bool) {
        if isEscaped { noteNuls(extent, base) }
    }

    @inline(__always)
    mutating func string(_ extent: Range<Int>) {}

    @inline(__always)
    mutating func number(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isInteger: Bool) {
        guard isInteger else { return }
        integerCount &+= 1
        let number = base + extent.lowerBound
        let isNegativeZero = extent.count == 2 && number[0] == UInt8(ascii: "-") && number[1] == UInt8(ascii: "0")
        if isNegativeZero || extent.count > Self.safeCount {
            integers.append(Integer(ordinal: integerCount, extent: extent))
        }
    }

    @inline(__always)
    mutating func literal(_ extent: Range<Int>) {}

    @inline(__always)
    mutating func open(isObject: Bool, at offset: Int) {
        depth &+= 1
        deepest = max(deepest, depth)
    }

    @inline(__always)
    mutating func close(end: Int) { depth &-= 1 }

    /// The text with ``nul`` for every escaped U+0000 in its keys.
    func replacingNuls(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var replaced: [UInt8] = []
        replaced.reserveCapacity(bytes.count)
        var start = 0
        for escape in nulEscapes {
            replaced.append(contentsOf: bytes[start..<escape])
            replaced.append(Self.nul)
            start = escape + Self.nulEscape.count
        }
        replaced.append(contentsOf: bytes[start...])
        return replaced
    }

    @inline(never)
    private mutating func noteNuls(_ extent: Range<Int>, _ base: UnsafePointer<UInt8>) {
        var rest = UnsafeBufferPointer(start: base, count: extent.upperBound)[extent]
        while let escape = rest.firstIndex(of: UInt8(ascii: "\\")) {
            rest = rest[escape...]
            if rest.starts(with: Self.nulEscape) { nulEscapes.append(escape) }
            // The byte behind may be a backslash, but begins no escape.
            rest = rest.dropFirst(2)
        }
    }
}
