import JSON
import Testing

@Suite("A difference")
struct JSONDifferenceTests {
    @Test("names what was added, removed and changed, with its path")
    func kinds() throws {
        let old: JSONValue = ["same": 1, "gone": [1], "list": [1, 2, 3], "deep": ["a/b": ["x": "old"]], "kind": 1]
        let new: JSONValue = ["list": [1, 5], "deep": ["a/b": ["x": "new"]], "same": 1.0, "kind": "1", "fresh": nil]
        #expect(
            old.differences(to: new).map(\.description) == [
                "- /gone: [1]", "~ /list/1: 2 → 5", "- /list/2: 3", "~ /deep/a~1b/x: \"old\" → \"new\"",
                "~ /kind: 1 → \"1\"", "+ /fresh: null",
            ]
        )
    }

    @Test("does not see the order of members or the spelling of numbers")
    func sameMeaning() throws {
        let old = try JSONValue(parsing: #"{"a":1,"b":[10e-1]}"#)
        let new = try JSONValue(parsing: #"{"b":[1],"a":1.0}"#)
        #expect(old.differences(to: new).isEmpty)
    }

    @Test("may be the whole value")
    func whole() {
        let difference = JSONDifference(path: JSONPointer(), change: .changed(from: 1, to: [1]))
        #expect(JSONValue(1).differences(to: [1]) == [difference])
    }

    @Test("counts elements that are longer on one side")
    func lengths() {
        let short: JSONValue = [1]
        let long: JSONValue = [1, 2, 3]
        #expect(short.differences(to: long).map(\.description) == ["+ /1: 2", "+ /2: 3"])
        #expect(long.differences(to: short).map(\.description) == ["- /1: 2", "- /2: 3"])
    }
}
