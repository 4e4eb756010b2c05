import Glibc

/// Cuts a byte stream into lines; holds at most one, and only the beginning of one that is over the limit.
package struct LineFramer: Sendable {
    /// A message so many times as long as the limit has no end that is worth waiting for.
    static let endlessTimes = 4

    /// How much of an oversized message is kept of either end, for the report.
    static let reportedBytes = 256

    private let limitInBytes: Int
    private var held: [UInt8] = []
    private var discardedBytes = 0
    /// The last bytes of a message that is over the limit.
    private var end: [UInt8] = []

    /// A stream from its beginning; a longer line is discarded and reported.
    package init(limitInBytes: Int) {
        self.limitInBytes = limitInBytes
    }

    /// Whether what is being discarded is so long that nobody should go on reading it.
    var isEndless: Bool { discardedBytes > 0 && discardedBytes / Self.endlessTimes >= max(limitInBytes, 1 << 20) }

    /// Takes the next bytes and hands out every message they complete.
    package mutating func append(_ bytes: UnsafeRawBufferPointer, emit: (ChannelEvent) -> Void) {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            guard let newline = memchr(start, 0x0A, rest.count) else {
                hold(rest)
                return
            }
            let length = UnsafeRawPointer(newline) - start
            let line = rest.prefix(length)
            rest = rest.dropFirst(length + 1)
            emit(completed(by: line))
        }
    }

    /// The input ended: hands out what was cut off, if anything.
    package mutating func finish(emit: (ChannelEvent) -> Void) {
        guard !held.isEmpty else { return }
        emit(discardedBytes > 0 ? takeOversized() : .unterminated(takeHeld()))
    }

    private mutating func completed(by line: Slice<UnsafeRawBufferPointer>) -> ChannelEvent {
        if discardedBytes == 0, held.isEmpty, line.count <= limitInBytes {
            return .message(Array(line))
        }
        hold(line)
        return discardedBytes > 0 ? takeOversized() : .message(takeHeld())
    }

    private mutating func takeOversized() -> ChannelEvent {
        let beginning = takeHeld()
        let length = beginning.count + discardedBytes
        discardedBytes = 0
        defer { end = [] }
        return .oversized(lengthInBytes: length, beginning: beginning, end: end)
    }

    private mutating func hold(_ bytes: Slice<UnsafeRawBufferPointer>) {
        if discardedBytes > 0 {
            discardedBytes += bytes.count
            keepEnd(UnsafeRawBufferPointer(rebasing: bytes))
            return
        }
        if held.count + bytes.count <= limitInBytes {
            held.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes))
            return
        }
        let length = held.count + bytes.count
        end = Array(held.suffix(Self.reportedBytes))
        keepEnd(UnsafeRawBufferPointer(rebasing: bytes))
        held = Array((held + bytes.prefix(Self.reportedBytes)).prefix(min(Self.reportedBytes, limitInBytes)))
        discardedBytes = length - held.count
    }

    /// Whole buffers are copied, not single bytes: a flood comes in many thousand pieces.
    private mutating func keepEnd(_ bytes: UnsafeRawBufferPointer) {
        end.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes.suffix(Self.reportedBytes)))
        if end.count > Self.reportedBytes { end.removeFirst(end.count - Self.reportedBytes) }
    }

    private mutating func takeHeld() -> [UInt8] {
        defer { held = [] }
        return held
    }
}
