import JSON
import Testing

@Suite("A text that is kept")
struct JSONTextTests {
    @Test("keeps every byte of its members, spelling and spaces included")
    func members() throws {
        let text = try JSONText(
            validating:
                #" { "jsonrpc" : "2.0", "id":1.0 ,"params":{"a" : [1.50, "\u00e9"]},"x":null, "y":[ ], "z":-1} "#
        )
        #expect(text.kind == .object)
        #expect(text["params"]?.description == #"{"a" : [1.50, "\u00e9"]}"#)
        #expect(text["id"]?.description == "1.0")
        #expect(text.members.map(\.key) == ["jsonrpc", "id", "params", "x", "y", "z"])
        #expect(text.members.map(\.value.kind) == [.string, .number, .object, .null, .array, .number])
        #expect(text["params"]?["a"]?.description == #"[1.50, "\u00e9"]"#)
        #expect(text["z"]?.value == -1)
        #expect(text["missing"] == nil)
    }

    @Test("finds members by their unescaped key")
    func escapedKeys() throws {
        let text = try JSONText(validating: #"{"m\u0065thod":1,"a\u0000b":2,"é":3}"#)
        #expect(text["method"]?.value == 1)
        #expect(text["a\0b"]?.value == 2)
        #expect(text["a"] == nil)
        #expect(text["e\u{301}"] == nil)
        #expect(text.members.map(\.key) == ["method", "a\0b", "é"])
    }

    @Test(
        "leaves out the space around it",
        arguments: ["\"x\"", "1", "true", "[]", "{}", "[[1],{}]", "null", "-1.5e3"]
    )
    func trimmed(_ text: String) throws {
        #expect(try JSONText(validating: " \n\(text)\t ").description == text)
        #expect(try JSONText(validating: text).description == text)
    }

    @Test("has no members unless it is an object", arguments: ["[{\"a\":1}]", "1", "\"{}\"", "null", "{}"])
    func noMembers(_ text: String) throws {
        #expect(try JSONText(validating: text).members.isEmpty)
        #expect(try JSONText(validating: text)["a"] == nil)
    }

    @Test("works on a part of a longer text, with offsets from the part's start")
    func slices() throws {
        let bytes = Array("xx{\"a\":[1]}yy".utf8)
        let text = try JSONText(validating: bytes[2..<11])
        #expect(text["a"]?.value == [1])
        #expect(text.bytes == bytes[2..<11])
        #expect(throws: JSONError(.trailingContent, at: 9)) { try JSONText(validating: bytes[2...]) }
    }

    @Test("is equal by its bytes, and written from a value in the compact style")
    func equality() throws {
        let value: JSONValue = ["a": [1, 2]]
        #expect(JSONText(value) == (try JSONText(validating: " {\"a\":[1,2]}")))
        #expect(JSONText(value) != (try JSONText(validating: "{\"a\": [1,2]}")))
        #expect(JSONText(value)["a"]?.value == [1, 2])
    }

    @Test("is put together from texts as they are")
    func composed() throws {
        let params = try JSONText(validating: #"{"a" : 1.50}"#)
        let text = JSONText(members: [("id", JSONText(7)), ("pa\"rams", params)])
        #expect(text.description == #"{"id":7,"pa\"rams":{"a" : 1.50}}"#)
        #expect(text["pa\"rams"] == params)
        #expect(JSONText(members: []).value == [:])
        #expect(JSONText(members: [("", "x")].map { ($0.0, JSONText(.string($0.1))) })[""]?.value == "x")
    }
}
