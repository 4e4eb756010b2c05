/// Notes where the value lies, and where the members of a top-level object lie.
struct MemberSink: TokenSink {
    private(set) var members: [JSONText.Member] = []
    private(set) var extent = 0..<0
    private var depth = 0
    private var isObject = false
    private var start = 0

    @inline(__always)
    mutating func key(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isEscaped: Bool) {
        guard depth == 1 else { return }
        members.append(JSONText.Member(key: extent, isEscaped: isEscaped, value: 0..<0))
    }

    @inline(__always)
    mutating func string(_ extent: Range<Int>) {
        scalar(extent.lowerBound - 1..<extent.upperBound + 1)
    }

    @inline(__always)
    mutating func number(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isInteger: Bool) { scalar(extent) }

    @inline(__always)
    mutating func literal(_ extent: Range<Int>) { scalar(extent) }

    @inline(__always)
    mutating func open(isObject object: Bool, at offset: Int) {
        if depth == 0 {
            isObject = object
            if object { members.reserveCapacity(8) }
            extent = offset..<offset
        } else if depth == 1 {
            start = offset
        }
        depth += 1
    }

    @inline(__always)
    mutating func close(end: Int) {
        depth -= 1
        if depth == 0 {
            extent = extent.lowerBound..<end
        } else if depth == 1 {
            note(start..<end)
        }
    }

    @inline(__always)
    private mutating func scalar(_ whole: Range<Int>) {
        if depth == 1 {
            note(whole)
        } else if depth == 0 {
            extent = whole
        }
    }

    @inline(__always)
    private mutating func note(_ value: Range<Int>) {
        guard isObject else { return }
        members[members.count - 1].value = value
    }
}
