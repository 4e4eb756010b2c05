import Testing

@testable import MCPConnection

@Suite("A line framer")
struct LineFramerTests {
    private func frame(_ chunks: [String], limitInBytes: Int = 100) -> [ChannelEvent] {
        var framer = LineFramer(limitInBytes: limitInBytes)
        var events: [ChannelEvent] = []
        for chunk in chunks {
            Array(chunk.utf8).withUnsafeBytes { framer.append($0) { events.append($0) } }
        }
        framer.finish { events.append($0) }
        return events
    }

    private func message(_ text: String) -> ChannelEvent { .message(Array(text.utf8)) }

    @Test("gives the same messages however the bytes are cut", arguments: 1...12)
    func cuts(size: Int) {
        let text = Array("one\n\ntwo and three\r\n{}\nrest".utf8)
        let chunks = stride(from: 0, to: text.count, by: size).map {
            String(decoding: text[$0..<min($0 + size, text.count)], as: UTF8.self)
        }
        let expected = [message("one"), message(""), message("two and three\r"), message("{}")]
        #expect(frame(chunks) == expected + [.unterminated(Array("rest".utf8))])
    }

    @Test(
        "takes a message of exactly the limit and reports one byte more",
        arguments: [[10, 1], [3, 8], [11], [1, 10]]
    )
    func limit(sizes: [Int]) {
        let exact = String(repeating: "a", count: 10)
        #expect(frame([exact + "\n"], limitInBytes: 10) == [message(exact)])
        let chunks = sizes.map { String(repeating: "b", count: $0) } + ["\nok\n"]
        let event = ChannelEvent.oversized(
            lengthInBytes: 11,
            beginning: [UInt8](repeating: 0x62, count: 10),
            end: [UInt8](repeating: 0x62, count: 11)
        )
        #expect(frame(chunks, limitInBytes: 10) == [event, message("ok")])
    }

    @Test("reports an oversized message that is cut off by the end")
    func cutOff() {
        let event = ChannelEvent.oversized(
            lengthInBytes: 15,
            beginning: [UInt8](repeating: 0x63, count: 10),
            end: [UInt8](repeating: 0x63, count: 15)
        )
        #expect(frame([String(repeating: "c", count: 15)], limitInBytes: 10) == [event])
    }

    @Test("keeps both ends of an oversized message", arguments: [1, 7, 64])
    func ends(size: Int) {
        let text = (0..<200).map { "\($0)," }.joined()
        let chunks = stride(from: 0, to: text.count, by: size).map { start in
            String(text.dropFirst(start).prefix(size))
        }
        let event = ChannelEvent.oversized(
            lengthInBytes: text.utf8.count,
            beginning: Array(text.utf8.prefix(100)),
            end: Array(text.utf8.suffix(256))
        )
        #expect(frame(chunks + ["\n"], limitInBytes: 100) == [event])
    }

    @Test("says nothing about an empty input")
    func empty() {
        #expect(frame([]).isEmpty)
        #expect(frame(["\n"]) == [message("")])
    }

    @Test("says when a line has no end that is worth waiting for, and not of one that is just too long")
    func endless() {
        var framer = LineFramer(limitInBytes: 1 << 20)
        let chunk = [UInt8](repeating: 0x61, count: 1 << 20)
        for count in 1...6 {
            chunk.withUnsafeBytes { framer.append($0) { _ in Issue.record("it has no end") } }
            #expect(framer.isEndless == (count > 4), "\(count) MiB")
        }
        chunk.withUnsafeBytes { framer.append($0) { _ in } }
        Array("\n".utf8).withUnsafeBytes { framer.append($0) { _ in } }
        #expect(!framer.isEndless)
    }
}
