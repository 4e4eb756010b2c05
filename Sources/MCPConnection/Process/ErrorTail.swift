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

    /// Takes the next bytes.
    /// - Returns: the lines they complete.
    mutating func append(_ bytes: UnsafeRawBufferPointer) -> [String] {
        var completed: [String] = []
        var rest = bytes[...]
        while let newline = rest.firstIndex(of: 0x0A) {
            hold(rest[..<newline])
            completed.append(takeLine())
            rest = rest[(newline + 1)...]
        }
        hold(rest)
        return completed
    }

    /// The output ended.
    /// - Returns: the line that was cut off, if any.
    mutating func finish() -> String? {
        partial.isEmpty ? nil : takeLine()
    }

    private mutating func hold(_ bytes: Slice<UnsafeRawBufferPointer>) {
        let room = max(0, Self.lineBytesLimit - partial.count)
        partial.append(contentsOf: bytes.prefix(room))
        cutBytes += max(0, bytes.count - room)
    }

    private mutating func takeLine() -> String {
        if partial.last == 0x0D { partial.removeLast() }
        var line = String(decoding: partial, as: UTF8.self)
        if cutBytes > 0 { line += "… (\(cutBytes) bytes more)" }
        partial.removeAll(keepingCapacity: true)
        cutBytes = 0
        lines.append(line)
        keptBytes += line.utf8.count + 1
        var dropped = 0
        while lines.count - dropped > 1, lines.count - dropped > Self.lineLimit || keptBytes > Self.bytesLimit {
            keptBytes -= lines[dropped].utf8.count + 1
            dropped += 1
        }
        lines.removeFirst(dropped)
        droppedLines += dropped
        return line
    }
}
