import JSON
import MCP
import Testing

@Suite("Members kept as text")
struct MembersTests {
    private func members(_ source: String) throws -> Members {
        try #require(Members(JSONText(validating: source)))
    }

    private func written(_ members: Members) -> String {
        var bytes: [UInt8] = []
        members.write(to: &bytes)
        return text(bytes)
    }

    @Test("what is not touched keeps its spelling")
    func spelling() throws {
        var members = try members(#"{"a" : 1.00, "b\u0062": [ 1 ], "c":{}}"#)
        members["c"] = .value(true)
        members["d"] = .value("new")
        #expect(written(members) == #"{"a":1.00,"bb":[ 1 ],"c":true,"d":"new"}"#)
        members["a"] = nil
        #expect(members.keys == ["bb", "c", "d"])
    }

    @Test("text and value of the same content are equal")
    func equality() throws {
        #expect(try members(#"{"a":1.0,"b":2}"#) == ["a": 1, "b": 2])
        #expect(try members(#"{"a":1}"#) != ["a": 2])
    }

    @Test("only an object has members", arguments: ["[]", "1", "null", "\"{}\""])
    func others(source: String) throws {
        #expect(Members(try JSONText(validating: source)) == nil)
        #expect(Payload.text(try JSONText(validating: source)).members == nil)
    }
}
