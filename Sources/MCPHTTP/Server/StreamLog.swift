/// The messages of one event stream, numbered from 1: those not yet written, and the last ones written.
struct StreamLog: Sendable {
    struct Entry: Sendable, Hashable {
        let number: Int
        let message: [UInt8]
    }

    private let bounds: ReplayBounds
    private(set) var entries: [Entry] = []
    private(set) var lastNumber = 0
    /// Everything up to this number was written to a reader.
    private(set) var readThrough = 0
    /// Messages that were dropped before anybody read them.
    private(set) var lostCount = 0
    private var bytes = 0

    init(bounds: ReplayBounds) {
        self.bounds = bounds
    }

    /// Bytes no reader was given yet.
    var unreadBytes: Int { entries.reduce(0) { $0 + ($1.number > readThrough ? $1.message.count : 0) } }

    /// Whether whoever writes should wait for the reader.
    var isFull: Bool { unreadBytes >= bounds.unreadBytes }

    mutating func append(_ message: [UInt8]) {
        lastNumber += 1
        entries.append(Entry(number: lastNumber, message: message))
        bytes += message.count
        trim()
    }

    /// A reader has written everything up to this number.
    mutating func read(through number: Int) {
        readThrough = max(readThrough, number)
        trim()
    }

    func entries(after number: Int) -> ArraySlice<Entry> {
        entries[(entries.firstIndex { $0.number > number } ?? entries.endIndex)...]
    }

    /// Whether a reader that has everything up to the number would miss nothing.
    func isComplete(after number: Int) -> Bool {
        number <= lastNumber && (entries.first?.number ?? lastNumber + 1) <= number + 1
    }

    /// Old messages go first, the newest never: it may be the answer somebody will come back for.
    private mutating func trim() {
        while entries.count > 1, let oldest = entries.first, isSurplus(oldest) {
            entries.removeFirst()
            bytes -= oldest.message.count
            if oldest.number > readThrough { lostCount += 1 }
        }
    }

    private func isSurplus(_ entry: Entry) -> Bool {
        entries.count > bounds.events || bytes > (entry.number > readThrough ? bounds.lostBytes : bounds.keptBytes)
    }
}
