import JSON
import Testing

@Suite("What libjson-c loses")
struct JSONCLossesTests {
    static let long = String(repeating: "1234567890", count: 10_000)

    @Test(
        "of a number is kept, wherever it stands",
        arguments: [
            "-0", "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999",
            "-9223372036854775809", "-99999999999999999999", "1e400", "-1e400", "1e-400", "-0.0", "-0e0", "0.10",
            "1E+2", "9007199254740993.0", "100000000000000000000.0", long, "-" + long, long + ".5e-1", "0." + long,
            "1e" + long,
        ]
    )
    func numbers(_ number: String) throws {
        for text in [
            number, "[\(number)]", "[0,-1,\(number),9223372036854775807,\(number),-9223372036854775808,0,\(number),0]",
            #"{"0":[{"":0.5,"a":\#(number)},0],"b":-20,"c":\#(number),"d":0}"#,
        ] {
            #expect(try JSONValue(parsing: text).text() == text)
            #expect(try inChunks(text).text() == text)
        }
    }

    @Test("of an integer is told from one that only looks alike")
    func alike() throws {
        let text =
            "[0,-0,0,9223372036854775807,9223372036854775808,18446744073709551615,18446744073709551616,"
            + "-9223372036854775808,-9223372036854775809,-9223372036854775808,123456789012345678,-123456789012345678,"
            + "1234567890123456789,-0,-1,0]"
        let value = try JSONValue(parsing: text)
        #expect(value.text() == text)
        #expect(
            value.arrayValue?.map { $0.numberValue?.int64 } == [
                0, 0, 0, .max, nil, nil, nil, .min, nil, .min, 123_456_789_012_345_678, -123_456_789_012_345_678,
                1_234_567_890_123_456_789, 0, -1, 0,
            ]
        )
        #expect(value[5]?.numberValue?.uint64 == .max)
    }

    /// Keys as they are written, with what they mean.
    static let keys: [(written: String, meant: String)] = [
        (#"a\u0000b"#, "a\u{0}b"), (#"a\u0000c"#, "a\u{0}c"), ("a", "a"), (#"a\u0000"#, "a\u{0}"), ("", ""),
        (#"\u0000"#, "\u{0}"), (#"\u0000\u0000"#, "\u{0}\u{0}"), (#"\\u0000"#, #"\u0000"#),
        (#"\\\u0000"#, "\\\u{0}"), (#"\\\\u0000"#, #"\\u0000"#), (#"\"\u0000\n"#, "\"\u{0}\n"),
        (#"\ud83d\ude00\u0000é"#, "😀\u{0}é"), ("ÿ", "ÿ"), (#"\u00ff"#, "ÿ"), (#"\u00FF\u0000"#, "ÿ\u{0}"),
        (#"u0000"#, "u0000"), (#"\u00000"#, "\u{0}0"),
    ]

    @Test("of keys with U+0000 is kept, also where they differ only behind it")
    func nulKeys() throws {
        let different = Self.keys.filter { $0.written != #"\u00ff"# }
        let object = "{" + different.map { "\"\($0.written)\":\"\($0.written)\"" }.joined(separator: ",") + "}"
        for text in [object, "[[0,-0,\(object),18446744073709551616]]"] {
            let value = try JSONValue(parsing: text)
            let found = try #require((value[0]?[2] ?? value).objectValue)
            #expect(found.keys == different.map(\.meant))
            #expect(found.values == different.map { .string($0.meant) })
            #expect(try inChunks(text) == value)
            #expect(try JSONText(validating: text).value == value)
            #expect(try JSONValue(parsing: value.text()) == value)
        }
        #expect(try JSONValue(parsing: "[-0,{\"\\u0000\":18446744073709551616},-0]").text().hasSuffix("616},-0]"))
    }

    @Test("of one key with U+0000 is kept", arguments: keys)
    func nulKey(_ written: String, _ meant: String) throws {
        #expect(try JSONValue(parsing: "{\"\(written)\":\"\(written)\"}") == .object([meant: .string(meant)]))
        let twice = "{\"\(written)\":1,\"\(written)\":2}"
        #expect(throws: JSONError(.duplicateKey, at: written.utf8.count + 6)) { try JSONValue(parsing: twice) }
    }

    @Test(
        "of a text that ends with its value is kept",
        arguments: ["1", "-0", "12.5", "1e5", "true", "false", "null", "\"\"", "\"a\\u0000b\"", "[]", "{}", "[null]"]
    )
    func atTheEnd(_ text: String) throws {
        #expect(try JSONValue(parsing: text).text() == text)
        #expect(try JSONValue(parsing: "\n \(text)\t\r\n").text() == text)
    }

    @Test("of nesting is nothing", arguments: [1, 2, 31, 32, 33, JSONLimits.deepest])
    func nesting(_ depth: Int) throws {
        let limits = JSONLimits(depth: depth)
        for inner in ["", "-0", "1,2", "\"\"", "null"] {
            let text = String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)
            #expect(try JSONValue(parsing: text, limits: limits).text() == text)
        }
        let objects = String(repeating: #"{"\u0000":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        #expect(try JSONValue(parsing: objects, limits: limits).text() == objects)
    }

    @Test("of the order of many members is nothing")
    func order() throws {
        let keys = (0..<1_000).map { "key \($0 * 7919 % 1_000)" }
        let text = "{" + keys.map { "\"\($0)\":-0" }.joined(separator: ",") + "}"
        #expect(try JSONValue(parsing: text).objectValue?.keys == keys)
        #expect(try JSONValue(parsing: text).text() == text)
    }

    private func inChunks(_ text: String) throws(JSONError) -> JSONValue {
        var parser = JSONChunkParser()
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try parser.append(rest.prefix(7))
            rest = rest.dropFirst(7)
        }
        return try parser.finish()
    }
}
