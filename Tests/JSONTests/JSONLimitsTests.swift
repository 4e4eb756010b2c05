import JSON
import Testing

@Suite("Limits")
struct JSONLimitsTests {
    @Test("allow exactly the depth", arguments: [1, 2, 128])
    func depth(_ depth: Int) throws {
        let fits = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let limits = JSONLimits(depth: depth)
        #expect(try JSONValue(parsing: fits, limits: limits).text() == fits)
        #expect(throws: JSONError(.tooDeep, at: depth)) { try JSONValue(parsing: "[" + fits + "]", limits: limits) }
    }

    @Test("allow scalars at depth zero, and no more")
    func depthZero() throws {
        #expect(try JSONValue(parsing: "1", limits: JSONLimits(depth: 0)) == 1)
        #expect(throws: JSONError(.tooDeep, at: 0)) { try JSONValue(parsing: "{}", limits: JSONLimits(depth: 0)) }
    }

    @Test("hold for ten million open brackets", arguments: [128, Int.max])
    func hostileDepth(_ depth: Int) {
        let hostile = [UInt8](repeating: UInt8(ascii: "["), count: 10_000_000)
        let limits = JSONLimits(depth: depth)
        let expected = JSONError(.tooDeep, at: min(depth, JSONLimits.deepest))
        #expect(throws: expected) { try JSONValue(parsing: hostile, limits: limits) }
        #expect(throws: expected) { try JSONText(validating: hostile, limits: limits) }
    }

    @Test("read the deepest text there is, and write and compare and free it")
    func deepest() throws {
        let count = JSONLimits.deepest
        let text = String(repeating: #"{"a":["#, count: count / 2) + String(repeating: "]}", count: count / 2)
        let value = try JSONValue(parsing: text, limits: JSONLimits(depth: count))
        #expect(value.text() == text)
        #expect(value == (try JSONValue(parsing: value.text(.pretty), limits: JSONLimits(depth: count))))
        #expect(value.differences(to: value).isEmpty)
    }

    @Test("allow exactly the bytes")
    func bytes() throws {
        let limits = JSONLimits(bytes: 4)
        #expect(try JSONValue(parsing: "null", limits: limits) == nil)
        #expect(throws: JSONError(.tooLarge, at: 4)) { try JSONValue(parsing: "null ", limits: limits) }
        #expect(throws: JSONError(.tooLarge, at: 4)) { try JSONValue(parsing: "\"aaaaaaa\"", limits: limits) }
        #expect(throws: JSONError(.comment, at: 1)) { try JSONValue(parsing: "1/*aaaaaa*/", limits: limits) }
        #expect(throws: JSONError(.tooLarge, at: 0)) { try JSONValue(parsing: "1", limits: JSONLimits(bytes: -1)) }
    }

    @Test("allow exactly the arrays and objects", arguments: ["[[],{}]", #"{"a":{},"b":[]}"#])
    func containers(_ fits: String) throws {
        #expect(try JSONValue(parsing: fits, limits: JSONLimits(containers: 3)).text() == fits)
        let expected = JSONError(.tooManyContainers, at: fits.utf8.count - 3)
        #expect(throws: expected) { try JSONValue(parsing: fits, limits: JSONLimits(containers: 2)) }
        #expect(throws: expected) { try JSONText(validating: fits, limits: JSONLimits(containers: 2)) }
    }

    @Test("allow exactly the values, counted when they are complete")
    func values() throws {
        let text = #"[1,"a",true,[null]]"#
        #expect(try JSONValue(parsing: text, limits: JSONLimits(values: 6)).text() == text)
        let expected = JSONError(.tooManyValues, at: text.utf8.count)
        #expect(throws: expected) { try JSONValue(parsing: text, limits: JSONLimits(values: 5)) }
        let first = JSONError(.tooManyValues, at: 2)
        #expect(throws: first) { try JSONValue(parsing: text, limits: JSONLimits(values: 0)) }
    }

    @Test("keep a message of nothing but empty objects from taking gigabytes")
    func hostileContainers() {
        let hostile = [UInt8]("[".utf8) + [UInt8](String(repeating: "{},", count: 5_000_000).utf8)
        let expected = JSONError(.tooManyContainers, at: 1 + 3 * ((1 << 17) - 1))
        #expect(throws: expected) { try JSONValue(parsing: hostile) }
    }

    @Test("allow exactly the bytes of a string as it is written", arguments: [0, 1, 7, 8, 9, 64])
    func stringBytes(_ count: Int) throws {
        let limits = JSONLimits(stringBytes: count)
        let fits = String(repeating: "a", count: count)
        #expect(try JSONValue(parsing: "[\"\(fits)\"]", limits: limits) == [.string(fits)])
        #expect(throws: JSONError(.stringTooLong, at: count + 2)) {
            try JSONValue(parsing: "[\"\(fits)a\"]", limits: limits)
        }
        #expect(throws: JSONError(.stringTooLong, at: count + 2)) {
            try JSONValue(parsing: "{\"\(fits)a\":1}", limits: limits)
        }
    }

    @Test("count escapes in full, also one that crosses the limit", arguments: [("\\n", 1), ("é", 1), ("\\u0041", 5)])
    func crossing(_ text: String, _ limit: Int) {
        #expect(throws: JSONError(.stringTooLong, at: limit + 1)) {
            try JSONValue(parsing: "\"\(text)\"", limits: JSONLimits(stringBytes: limit))
        }
    }

    @Test("find a duplicate among a hundred thousand keys", .timeLimit(.minutes(1)))
    func manyKeys() throws {
        let members = (0..<100_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSONValue(parsing: "{\(members)}")["key99999"] == 99_999)
        #expect(throws: JSONError(.duplicateKey, at: members.utf8.count + 2)) {
            try JSONValue(parsing: "{\(members),\"key50000\":1}")
        }
    }
}
