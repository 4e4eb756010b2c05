import Testing

@testable import MCP

@Suite("A message that is too long to be read")
struct OversizedAnswerTests {
    @Test(
        "tells whose answer it is, when its id can be seen at one of its ends",
        arguments: [
            (#"{"jsonrpc":"2.0","id":7,"result":{"a"#, "x", .integer(7)),
            (#"{ "id" : "a-7" , "jsonrpc" : "2.0", "error": {"#, "x", .string("a-7")),
            (#"{"result":{"content":[{"#, #"xx"}]},"jsonrpc":"2.0","id":12}"#, .integer(12)),
            (#"{"result":{"content":[{"#, #"xx"}]},"id":12,"jsonrpc":"2.0"} "#, .integer(12)),
            (#"{"jsonrpc":"2.0","result":{"a"#, #"xx"}, "id": "q"}"#, .string("q")),
        ] as [(String, String, RequestID)]
    )
    func found(beginning: String, end: String, id: RequestID) {
        #expect(OversizedAnswer.id(beginning: bytes(beginning), end: bytes(end)) == id)
    }

    @Test(
        "and nothing when it cannot, or is no answer",
        arguments: [
            ("", ""), ("x", "x"), (#"{"jsonrpc":"2.0","id":7,"method":"ping","params":{"#, ""),
            (#"{"jsonrpc":"2.0","id":7"#, #""id":7}"#), (#"{"result":{"items":[{"#, #"{"id":5}]}}"#),
            (#"{"result":{"#, #"{"id":5}}"#), (#"{"result":{"#, #""id":5,"name":"x"}"#),
            (#"{"result":{"#, #""id":x}"#), (#"{"method":"a","result":{"#, #","id":5}"#), (#"["#, #","id":5}"#),
        ]
    )
    func notFound(beginning: String, end: String) {
        #expect(OversizedAnswer.id(beginning: bytes(beginning), end: bytes(end)) == nil)
    }
}
