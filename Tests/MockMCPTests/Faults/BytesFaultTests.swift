import JSON
import MockMCP
import Testing

@Suite("Faults of bytes")
struct BytesFaultTests {
    private static let pong = #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n"

    @Test(
        "crash writes so many bytes and dies; truncate writes so many and closes",
        arguments: [
            ("crash@byte=10", 10, MockEffect.exit(.signal(11))), ("crash@byte=10,signal=0,code=9", 10, .exit(.code(9))),
            ("truncate@byte=20", 20, .close(.standardOutput)), ("truncate@byte=37", 37, .close(.standardOutput)),
        ]
    )
    func cuts(fault: String, count: Int, end: MockEffect) throws {
        var talk = try Talk(faults: fault)
        let reply = talk.ask("ping")
        #expect(reply.bytes == Array(Self.pong.utf8.prefix(count)))
        #expect(reply.effects.last == end)
        #expect(talk.ask("ping").bytes == [])
    }

    @Test("crash at byte 0 dies before anything is read")
    func crashesAtOnce() throws {
        #expect(try Talk(faults: "crash=0").effects == [.exit(.signal(11))])
    }

    @Test("crash counts bytes over messages, and through what is only repeated")
    func countsOn() throws {
        var talk = try Talk(faults: "crash@byte=50")
        #expect(talk.ask("ping").bytes.count == 37)
        #expect(talk.ask("ping").bytes.count == 13)
        var huge = try Talk(faults: "huge-line@bytes=1MB,method=ping", "crash@byte=1000")
        #expect(huge.ask("ping").bytes.count == 1000)
    }

    @Test(
        "garbage-line and blank-lines put lines between messages",
        arguments: [
            ("garbage-line@text=oops", ["oops", String(pong.dropLast())]),
            ("blank-lines", [String(pong.dropLast()), ""]),
        ]
    )
    func extraLines(fault: String, lines: [String]) throws {
        var talk = try Talk(faults: fault)
        #expect(talk.ask("ping").lines == lines)
    }

    @Test("garbage-line strikes once unless told otherwise")
    func garbageOnce() throws {
        var talk = try Talk(faults: "garbage-line")
        #expect([talk.ask("ping").lines.count, talk.ask("ping").lines.count] == [2, 1])
    }

    @Test(
        "invalid-utf8 and nul put their bytes into a string of a line that is otherwise whole",
        arguments: [
            ("invalid-utf8", [0xE9, 0xFF] as [UInt8], JSONError.Code.invalidUTF8),
            ("nul", [0x61, 0x00, 0x62], .nulByte),
        ]
    )
    func wrongBytes(fault: String, bytes: [UInt8], code: JSONError.Code) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        let line = Array(talk.ask("tools/list").bytes.dropLast())
        #expect(line.indices.contains { line[$0...].starts(with: bytes) })
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: line) }
        #expect(error?.code == code)
        #expect(talk.ask("ping").messages.count == 1)
    }

    @Test("huge-line sends sound JSON of the size that was asked for, without holding it")
    func hugeLine() throws {
        var talk = try Talk(faults: "huge-line=2MB")
        talk.open()
        let reply = talk.ask("tools/list")
        #expect(reply.bytes.count > 2_000_000)
        #expect(reply.lines.count == 1)
        #expect(reply.message["result"]?["tools"]?.arrayValue?.count == 6)
        #expect(reply.effects.contains { if case .fill = $0 { true } else { false } })
    }

    @Test("huge-line can go on without an end")
    func endlessLine() throws {
        var talk = try Talk(faults: "huge-line@bytes=1MB,end=no,method=ping")
        #expect(talk.ask("ping").bytes.last == UInt8(ascii: "x"))
    }

    @Test("deep-nesting is as deep as asked for")
    func deepNesting() throws {
        var talk = try Talk(faults: "deep-nesting@depth=500,method=ping")
        let line = Array(talk.ask("ping").bytes.dropLast())
        #expect(throws: JSONError(.tooDeep, at: 45 + 127)) { try JSONValue(parsing: line) }
        #expect(try JSONValue(parsing: line, limits: JSONLimits(depth: 501))["nested"] != nil)
    }

    @Test("batch wraps each message, pretty-printed spreads it")
    func framing() throws {
        var batch = try Talk(faults: "batch")
        #expect(batch.ask("ping").message == [["jsonrpc": "2.0", "id": 1, "result": [:]]])
        var pretty = try Talk(faults: "pretty-printed")
        let reply = pretty.ask("ping")
        #expect(reply.lines.count > 1)
        #expect(try JSONValue(parsing: reply.bytes)["id"] == 1)
    }

    @Test("drip sends the same bytes in pieces over time")
    func drip() throws {
        var talk = try Talk(faults: "drip@bytes=10,every=5ms")
        #expect(talk.ask("ping").bytes.count == 10)
        #expect(talk.wait(.milliseconds(14)).bytes.count == 20)
        #expect(talk.wait(.milliseconds(1)).bytes.count == 7)
    }
}
