/// One line of an event stream as it arrives; past the limit only its length is kept up.
struct LineBuffer: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var length = 0

    /// Whether a part of the line was dropped.
    var isCut: Bool { length > bytes.count }

    /// Whether so much came that what it belongs to is lost.
    var isOverLimit: Bool { isCut && !isComment }

    private var isComment: Bool { bytes.first == UInt8(ascii: ":") }

    mutating func append(_ piece: Slice<UnsafeBufferPointer<UInt8>>, limit: Int) {
        guard !piece.isEmpty else { return }
        length += piece.count
        // A comment may be of any length, and nobody reads it.
        let room = (isComment ? 1 : limit) - bytes.count
        if room > 0 { bytes.append(contentsOf: piece.prefix(room)) }
    }

    mutating func clear() {
        // A line that was large once does not keep its memory.
        bytes.removeAll(keepingCapacity: bytes.capacity <= 64 << 10)
        length = 0
    }
}
