import JSON
import Testing

@Suite("A JSON value")
struct JSONValueTests {
    @Test("comes back from its own text")
    func roundTrip() throws {
        let text = #"{"jsonrpc":"2.0","id":1,"a":[1.50,-0,18446744073709551615,1e400,"\u0000é😀\n"],"b":{}}"#
        #expect(try JSONValue(parsing: text).text() == text)
    }
}
