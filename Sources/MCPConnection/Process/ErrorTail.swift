import Glibc

/// The end of what a server wrote to its standard error: bounded in lines and bytes, however much it writes.
package struct ErrorTail: Sendable, Hashable {
    /// Lines kept at most.
    package static let lineLimit = 200
    /// Bytes of one line that are kept; the rest is cut off and marked.
    package static let lineBytesLimit = 8 << 10
    /// Bytes of all lines together.
    package static let bytesLimit = 64 << 10

    /// The last lines, oldest first, without line breaks; invalid UTF-8 is shown as replacement characters.
    package private(set) var lines: [String] = []
    /// Lines that are no longer here.
    package private(set) var droppedLines = 0

    private var keptBytes = 0
    private var partial: [UInt8] = []
    private var cutBytes = 0

    /// An empty tail.
    package init() {}

    /// The last lines joined, for a message.
    package var text: String {
        lines.joined(separator: "\n")
    }

    /// Takes the next bytes; what a line costs here, a server that floods us costs everybody.
    /// - Returns: the lines they complete.
    mutating func append(_ bytes: UnsafeRawBufferPointer) -> [String] {
        guard let base = bytes.baseAddress else { return [] }
        var completed: [String] = []
        var start = 0
        while let newline = memchr(base + start, 0x0A, bytes.count - start) {
            let end = base.distance(to: newline)
            let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            if partial.isEmpty, cutBytes == 0, piece.count <= Self.lineBytesLimit {
                completed.append(add(Self.text(piece)))
            } else {
                hold(piece)
                completed.append(takeLine())
            }
            start = end + 1
        }
        hold(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        trim()
        return completed
    }

    /// The output ended.
    /// - Returns: the line that was cut off, if any.
    mutating func finish() -> String? {
        guard !partial.isEmpty else { return nil }
        defer { trim() }
        return takeLine()
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        let isReturned = bytes.last == 0x0D
        return String(decoding: isReturned ? UnsafeRawBufferPointer(rebasing: bytes.dropLast()) : bytes, as: UTF8.self)
    }

    private mutating func hold(_ bytes: UnsafeRawBufferPointer) {
        let room = min(bytes.count, max(0, Self.lineBytesLimit - partial.count))
        partial.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<room]))
        cutBytes += bytes.count - room
    }

    private mutating func takeLine() -> String {
        var line = partial.withUnsafeBytes { Self.text($0) }
        if cutBytes > 0 { line += "… (\(cutBytes) bytes more)" }
        partial.removeAll(keepingCapacity: true)
        cutBytes = 0
        return add(line)
    }

    private mutating func add(_ line: String) -> String {
        lines.append(line)
        keptBytes += line.utf8.count + 1
        return line
    }

    /// Once for many lines, so that not each of them moves all others.
    private mutating func trim() {
        var dropped = 0
        while lines.count - dropped > 1, lines.count - dropped > Self.lineLimit || keptBytes > Self.bytesLimit {
            keptBytes -= lines[dropped].utf8.count + 1
            dropped += 1
        }
        guard dropped > 0 else { return }
        lines.removeFirst(dropped)
        droppedLines += dropped
    }
}
