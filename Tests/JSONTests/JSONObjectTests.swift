import JSON
import Testing

@Suite("An object")
struct JSONObjectTests {
    @Test("keeps its keys in order", arguments: [3, 23, 24, 25, 200])
    func order(_ count: Int) throws {
        let keys = (0..<count).map { "key \(($0 * 7919) % 10007)" }
        var object = JSONObject(keys.map { ($0, JSONValue.string($0)) })
        #expect(object.keys == keys)
        object[keys[1]] = nil
        object[keys[1]] = 1
        #expect(object.keys == [keys[0]] + keys.dropFirst(2) + [keys[1]])
        #expect(keys.allSatisfy { object[$0] != nil })
        let text = JSONValue.object(object).text()
        #expect(try JSONValue(parsing: text).objectValue?.keys == object.keys)
    }

    @Test("equals another order of the same members, and hashes alike", arguments: [3, 30])
    func unordered(_ count: Int) {
        let members = (0..<count).map { ("k\($0)", JSONValue($0)) }
        let (left, right) = (JSONObject(members), JSONObject(members.reversed()))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != JSONObject(members.dropLast() + [("other", 1)]))
        #expect(left != JSONObject(members.dropLast()))
    }

    @Test("tells keys apart by code points, not by looks", arguments: [0, 40])
    func exactKeys(_ others: Int) throws {
        var object = JSONObject((0..<others).map { ("k\($0)", 0) })
        object["\u{E9}"] = 1
        object["e\u{301}"] = 2
        #expect(object.count == others + 2)
        #expect(object["\u{E9}"] == 1)
        #expect(object["e\u{301}"] == 2)
        #expect(JSONValue.string("\u{E9}") != JSONValue.string("e\u{301}"))
        #expect(try JSONValue(parsing: #"{"\u00e9":1,"e\u0301":2}"#).objectValue?.count == 2)
    }

    @Test("has one value for each key")
    func lastWins() {
        let object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(object.map { $0.key } == ["a", "b"])
        #expect(object["a"] == 3)
    }

    @Test("gives back what it removes")
    func removing() {
        var object: JSONObject = ["a": 1, "b": 2]
        #expect(object.removeValue(forKey: "a") == 1)
        #expect(object.removeValue(forKey: "a") == nil)
        #expect(object == ["b": 2])
        #expect(object.values == [2])
        #expect(object[0] == ("b", 2))
    }
}
