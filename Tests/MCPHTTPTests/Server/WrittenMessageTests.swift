import JSON
import MCP
import Testing

@testable import MCPHTTP

@Suite("The kind of a message that we wrote")
struct WrittenMessageTests {
    private static let ids: [MCP.RequestID] = [.integer(7), .string("a"), .string(#"q\"uo,te"#), .string("")]

    @Test("is told by its beginning, whatever its id", arguments: ids)
    func kinds(id: MCP.RequestID) {
        let payload = Payload.value(["result": [:], "method": "x"])
        #expect(WrittenMessage(Envelope(.result(id), payload: payload).encoded) == .result)
        #expect(WrittenMessage(Envelope(.error(id, .invalidRequest("no")), payload: nil).encoded) == .error)
        #expect(WrittenMessage(Envelope(.request(id, method: "ping"), payload: payload).encoded) == .asked)
    }

    @Test("is told without an id as well, and of nothing that somebody else wrote")
    func others() {
        #expect(WrittenMessage(Envelope(.notification(method: "x"), payload: nil).encoded) == .asked)
        #expect(WrittenMessage(Envelope(.error(nil, .invalidRequest("no")), payload: nil).encoded) == .error)
        let foreign = [#"{"id":1,"result":{},"jsonrpc":"2.0"}"#, "[]", "", #"{"jsonrpc":"2.0","id":"#]
        for text in foreign { #expect(WrittenMessage(Array(text.utf8)) == nil) }
    }
}
