/// Puts lines together from the pieces in which they arrive, and holds no more of one than its limit.
struct LineBuffer: Sendable {
    /// One line without its end.
    enum Line: Sendable, Hashable {
        case whole([UInt8])
        /// Longer than the limit; only its beginning is kept.
        case oversize(beginning: [UInt8])
    }

    private static let keptInBytes = 256
    private let limitInBytes: Int
    private var bytes: [UInt8] = []
    private var searched = 0
    private var isDiscarding = false

    init(limitInBytes: Int) {
        self.limitInBytes = limitInBytes
    }

    mutating func append(_ piece: some Collection<UInt8>) {
        bytes.append(contentsOf: piece)
    }

    /// Takes out the next line that is complete; nil when there is none.
    mutating func next() -> Line? {
        guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
            searched = bytes.count
            if bytes.count > limitInBytes {
                isDiscarding = true
                bytes.removeSubrange(Self.keptInBytes...)
                searched = bytes.count
            }
            return nil
        }
        let line = Array(bytes[..<end])
        bytes.removeSubrange(...end)
        searched = 0
        defer { isDiscarding = false }
        return line.count > limitInBytes || isDiscarding
            ? .oversize(beginning: Array(line.prefix(Self.keptInBytes))) : .whole(line)
    }

    /// What is left when nothing follows; nil when the last line was complete.
    mutating func finish() -> Line? {
        guard !bytes.isEmpty else { return nil }
        append(CollectionOfOne(0x0A))
        return next()
    }
}
