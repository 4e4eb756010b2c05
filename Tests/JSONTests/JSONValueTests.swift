import JSON
import Testing

@Suite("A value")
struct JSONValueTests {
    @Test(
        "comes back from its own text, in order and without loss",
        arguments: [
            #"{"jsonrpc":"2.0","id":1,"a":[1.50,-0,18446744073709551615,1e400,"\u0000é😀\n"],"b":{}}"#,
            #"{"z\u0000y":1,"z\u0000x":2,"z":3}"#, #"["",{"":[]},[[[]]],"\\\"\b\f\r\t"]"#, "true", "\"\"", "-1.5E-3",
        ]
    )
    func roundTrip(_ text: String) throws {
        #expect(try JSONValue(parsing: text).text() == text)
        #expect("\(try JSONValue(parsing: text))" == text)
    }

    @Test("resolves every escape")
    func escapes() throws {
        let text = #""\u0041\u00E9\u20ac\uD83D\ude00\u0000\/\\\"\b\f\n\r\t\ud7ff\ue000\uffff\u007f""#
        let expected = "Aé€😀\0/\\\"\u{8}\u{C}\n\r\t\u{D7FF}\u{E000}\u{FFFF}\u{7F}"
        #expect(try JSONValue(parsing: text) == .string(expected))
        #expect(try JSONValue(parsing: "{\(text):[\(text)]}") == .object([expected: [.string(expected)]]))
    }

    @Test("takes white space between tokens")
    func whiteSpace() throws {
        #expect(try JSONValue(parsing: "\t\r\n { \"a\" : [ 1 , 2 ] , \"b\" : { } } ") == ["a": [1, 2], "b": [:]])
    }

    @Test(
        "accepts the edges of UTF-8",
        arguments: [
            "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}",
            "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "\u{FEFF}",
        ]
    )
    func encodings(_ text: String) throws {
        #expect(try JSONValue(parsing: "\"\(text)\"") == .string(text))
    }

    @Test("is reached by key, position and kind")
    func access() {
        let value: JSONValue = ["a": [1, "x", true, nil, 2.5], "n": 3.0]
        #expect(value["a"]?[1]?.stringValue == "x")
        #expect(value["a"]?[2]?.boolValue == true)
        #expect(value["a"]?[3]?.isNull == true)
        #expect(value["a"]?[4]?.doubleValue == 2.5)
        #expect(value["a"]?[4]?.intValue == nil)
        #expect(value["n"]?.intValue == 3)
        #expect(value["a"]?[5] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["a"]?["b"] == nil)
        #expect(value["b"] == nil)
        #expect(value[0] == nil)
        #expect(value["a"]?.arrayValue?.count == 5)
        #expect(value.objectValue?.keys == ["a", "n"])
        #expect(value["n"]?.numberValue == 3)
        #expect(value["a"]?.stringValue == nil && value.boolValue == nil && value.arrayValue == nil && !value.isNull)
    }

    @Test("takes its bytes from any collection")
    func collections() throws {
        let text = "[1,\"é\"]"
        let expected: JSONValue = [1, "é"]
        #expect(try JSONValue(parsing: Array(text.utf8)) == expected)
        #expect(try JSONValue(parsing: text.utf8) == expected)
        #expect(try JSONValue(parsing: "xx\(text)".utf8.dropFirst(2)) == expected)
        #expect(try JSONValue(parsing: Array(text.utf8).lazy.map { $0 }) == expected)
    }
}
