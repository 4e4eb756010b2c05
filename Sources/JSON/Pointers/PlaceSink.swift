/// Notes where every member's key and every element begins.
struct PlaceSink: TokenSink {
    private(set) var offsets: [JSONPointer: Int] = [:]
    private let bytes: [UInt8]
    private var tokens: [String] = []
    /// For each open container the next element's index; nil for an object.
    private var open: [Int?] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func key(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isEscaped: Bool) {
        tokens.append(key(extent, isEscaped: isEscaped))
        offsets[JSONPointer(tokens: tokens)] = extent.lowerBound - 1
    }

    mutating func string(_ extent: Range<Int>) {
        begin(at: extent.lowerBound - 1)
        end()
    }

    mutating func number(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isInteger: Bool) {
        begin(at: extent.lowerBound)
        end()
    }

    mutating func literal(_ extent: Range<Int>) {
        begin(at: extent.lowerBound)
        end()
    }

    mutating func open(isObject: Bool, at offset: Int) {
        begin(at: offset)
        open.append(isObject ? .none : 0)
    }

    mutating func close(end: Int) {
        open.removeLast()
        self.end()
    }

    /// A value begins: an element gets its index, a member has its key already.
    private mutating func begin(at offset: Int) {
        guard let container = open.last else {
            offsets[JSONPointer()] = offset
            return
        }
        guard let index = container else { return }
        open[open.count - 1] = index + 1
        tokens.append(String(index))
        offsets[JSONPointer(tokens: tokens)] = offset
    }

    private mutating func end() {
        if !open.isEmpty { tokens.removeLast() }
    }

    private func key(_ extent: Range<Int>, isEscaped: Bool) -> String {
        guard isEscaped else { return String(decoding: bytes[extent], as: UTF8.self) }
        var unescaped: [UInt8] = []
        bytes[extent].withUnsafeBytes { Unescaping.append($0, to: &unescaped) }
        return String(decoding: unescaped, as: UTF8.self)
    }
}
