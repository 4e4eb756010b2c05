import Testing

@testable import MCPHTTP

@Suite("An event stream")
struct EventStreamParserTests {
    @Test(
        "becomes events by the rules of WHATWG",
        arguments: [
            ("data: a\n\n", [.event(.init(data: Array("a".utf8)))]),
            (
                "data: a\r\rdata: b\r\n\r\n",
                [.event(.init(data: Array("a".utf8))), .event(.init(data: Array("b".utf8)))]
            ),
            ("data: one\ndata: two\n\n", [.event(.init(data: Array("one\ntwo".utf8)))]),
            ("data\n\n", [.event(.init(data: []))]),
            ("data\ndata\n\n", [.event(.init(data: Array("\n".utf8)))]),
            ("data:a\n\n", [.event(.init(data: Array("a".utf8)))]),
            ("data:  a\n\n", [.event(.init(data: Array(" a".utf8)))]),
            ("event: endpoint\ndata: /x\n\n", [.event(.init(type: "endpoint", data: Array("/x".utf8)))]),
            ("event: endpoint\n\ndata: a\n\n", [.event(.init(data: Array("a".utf8)))]),
            (": comment\n\n:\n\ndata: a\n\n", [.event(.init(data: Array("a".utf8)))]),
            ("unknown: x\ndata: a\n\n", [.event(.init(data: Array("a".utf8)))]),
            ("datax: no\nDATA: no\n\n", []),
            (
                "id: 1\ndata: a\n\ndata: b\n\n",
                [
                    .event(.init(data: Array("a".utf8), id: "1")), .event(.init(data: Array("b".utf8), id: "1")),
                ]
            ),
            (
                "id: 1\ndata: a\n\nid\ndata: b\n\n",
                [
                    .event(.init(data: Array("a".utf8), id: "1")), .event(.init(data: Array("b".utf8))),
                ]
            ),
            ("id: 1\n\nid: 2\0\ndata: a\n\n", [.event(.init(data: Array("a".utf8), id: "1"))]),
            ("retry: 1500\n\n", [.retry(milliseconds: 1500)]),
            ("retry: 1.5\nretry: -1\nretry:\nretry: 99999999999999999999\n\n", []),
            ("data: never finished\n", []),
            ("\u{FEFF}data: a\n\n", [.event(.init(data: Array("a".utf8)))]),
            ("\u{FEFF}\u{FEFF}data: a\n\n", []),
            ("data: ✓\n\n", [.event(.init(data: Array("✓".utf8)))]),
            ("\n\n\n", []),
        ] as [(String, [EventStreamItem])]
    )
    func rules(stream: String, expected: [EventStreamItem]) {
        var whole = EventStreamParser()
        #expect(whole.append(Array(stream.utf8)) == expected)

        for size in 1...3 {
            var parser = EventStreamParser()
            let bytes = Array(stream.utf8)
            let items = stride(from: 0, to: bytes.count, by: size).flatMap { start in
                parser.append(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(items == expected, "in pieces of \(size)")
        }
    }

    @Test("remembers the id of an event without data, which primes a client to resume")
    func priming() {
        var parser = EventStreamParser()
        #expect(parser.append(Array("id: 7\n".utf8)).isEmpty)
        #expect(parser.lastEventID == nil, "the event is not complete")
        #expect(parser.append(Array("\n".utf8)).isEmpty)
        #expect(parser.lastEventID == "7")
    }

    @Test("keeps invalid UTF-8 in data for the JSON parser to report")
    func invalidUTF8() {
        var parser = EventStreamParser()
        #expect(parser.append(Array("data: ".utf8) + [0xFF, 0x0A, 0x0A]) == [.event(.init(data: [0xFF]))])
    }

    @Test("discards an event over the limit, says how long it was, and goes on", arguments: [1, 7, 10_000])
    func oversized(pieceSize: Int) throws {
        var parser = EventStreamParser(limits: EventStreamLimits(eventBytes: 1_000))
        let long = String(repeating: "x", count: 5_000)
        let bytes = Array("data: \(long)\n\ndata: next\n\n".utf8)
        let items = stride(from: 0, to: bytes.count, by: pieceSize).flatMap { start in
            parser.append(bytes[start..<min(start + pieceSize, bytes.count)])
        }
        try #require(items.count == 2)
        guard case .oversized(let length, let beginning) = items[0] else {
            Issue.record("\(items[0])")
            return
        }
        #expect((5_000...5_010).contains(length))
        #expect(beginning == Array(long.utf8.prefix(256)))
        #expect(items[1] == .event(.init(data: Array("next".utf8))))
    }

    @Test("knows that an event is over the limit before it ends, and takes no comment for one")
    func pastLimit() {
        var parser = EventStreamParser(limits: EventStreamLimits(eventBytes: 100))
        _ = parser.append(Array((":" + String(repeating: "x", count: 200)).utf8))
        #expect(!parser.isPastLimit)
        _ = parser.append(Array(("\ndata: " + String(repeating: "x", count: 99)).utf8))
        #expect(!parser.isPastLimit)
        _ = parser.append(Array("xx".utf8))
        #expect(parser.isPastLimit)
        _ = parser.append(Array("\n\n".utf8))
        #expect(!parser.isPastLimit)
    }

    @Test("limits the sum of many lines of data")
    func manyLines() {
        var parser = EventStreamParser(limits: EventStreamLimits(eventBytes: 100))
        let items = parser.append(Array((String(repeating: "data: 0123456789\n", count: 20) + "\n").utf8))
        guard case .oversized(219, _) = items.first, items.count == 1 else {
            Issue.record("\(items)")
            return
        }
    }

    @Test("discards an event whose name or id is too long, and does not adopt the id")
    func longField() {
        var parser = EventStreamParser(limits: EventStreamLimits(fieldBytes: 10))
        let items = parser.append(Array("id: 1\n\nid: 012345678901\ndata: a\n\n".utf8))
        guard case .oversized = items.first, items.count == 1 else {
            Issue.record("\(items)")
            return
        }
        #expect(parser.lastEventID == "1")
    }

    @Test("does not hold a comment of any length")
    func longComment() {
        var parser = EventStreamParser(limits: EventStreamLimits(eventBytes: 10))
        #expect(parser.append(Array((":" + String(repeating: "x", count: 100_000) + "\n\n").utf8)).isEmpty)
        #expect(parser.append(Array("data: a\n\n".utf8)) == [.event(.init(data: Array("a".utf8)))])
    }
}
