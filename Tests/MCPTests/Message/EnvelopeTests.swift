import JSON
import MCP
import Testing

@Suite("Envelopes")
struct EnvelopeTests {
    @Test(
        "what was parsed is written back as the same message",
        arguments: [
            #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"t","arguments":{"x":1.50}}}"#,
            #"{"jsonrpc":"2.0","id":"é","method":"ping"}"#,
            #"{"jsonrpc":"2.0","method":"notifications/x","params":{}}"#,
            #"{"jsonrpc":"2.0","id":2,"result":{"n":123456789012345678901234567890,"z":1e400}}"#,
            #"{"jsonrpc":"2.0","id":3,"error":{"code":-32601,"message":"no","data":[null]}}"#,
            #"{"jsonrpc":"2.0","error":{"code":-32700,"message":"no"}}"#,
        ]
    )
    func roundTrip(line: String) throws {
        #expect(text(try Envelope(parsing: bytes(line)).encoded) == line)
        #expect(text(try Message(parsing: bytes(line)).encoded) == line)
    }

    @Test("a forwarded payload keeps its bytes, under another id")
    func forwarding() throws {
        let line = #"{"jsonrpc":"2.0","id":"up-1","result":{ "a" : 1.0, "b":"\u00e9", "c": [ ] }}"#
        let forwarded = try Envelope(parsing: bytes(line)).renumbered(42)
        #expect(text(forwarded.encoded) == #"{"jsonrpc":"2.0","id":42,"result":{ "a" : 1.0, "b":"\u00e9", "c": [ ] }}"#)
    }

    @Test("a message written over several lines is forwarded as one")
    func oneLine() throws {
        let body = "{\n  \"jsonrpc\": \"2.0\",\r\n  \"id\": 1,\n  \"result\": {\n    \"a\": \"x\\ny\"\n  }\n}\n"
        let encoded = text(try Envelope(parsing: bytes(body)).encoded)
        #expect(!encoded.contains { $0.isNewline })
        #expect(json(encoded) == json(body))
    }

    @Test("a notification has no id to replace")
    func renumberedNotification() {
        let notification = Envelope(.notification(method: "n"), payload: nil)
        #expect(notification.renumbered(3) == notification)
    }

    @Test("an error without an id gets none, or null for those who expect it")
    func nullID() {
        let envelope = Envelope(.error(nil, ErrorObject(-1, "m")), payload: nil)
        #expect(json(text(envelope.encoded))["id"] == nil)
        #expect(json(text(envelope.encoded(nullID: true)))["id"] == .null)
    }

    @Test("the string 1 and the number 1 are two ids")
    func ids() {
        #expect(RequestID.string("1") != .integer(1))
        #expect(RequestID.string("1").description == "\"1\"")
        #expect(RequestID(json("1.0")) == 1)
        #expect([json("null"), json("1.5"), json("true"), json("[]"), json("{}")].allSatisfy { RequestID($0) == nil })
    }
}
