import JSON
import MCP
import Testing

@Suite("Reading one message")
struct EnvelopeParsingTests {
    @Test(
        "each kind of message is recognised",
        arguments: [
            (#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, Envelope.Kind.request(1, method: "ping")),
            (#"{"jsonrpc":"2.0","id":"a","method":"tools/list","params":{}}"#, .request("a", method: "tools/list")),
            (#"{"jsonrpc":"2.0","method":"notifications/x"}"#, .notification(method: "notifications/x")),
            (#"{"jsonrpc":"2.0","id":9223372036854775807,"result":{}}"#, .result(9_223_372_036_854_775_807)),
            (#"{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"m"}}"#, .error(1, ErrorObject(-1, "m"))),
            (#"{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"m"}}"#, .error(nil, ErrorObject(1, "m"))),
            (#"{"jsonrpc":"2.0","error":{"code":1,"message":"m"}}"#, .error(nil, ErrorObject(1, "m"))),
            (" \r\n{\"method\":\"m\",\"extra\":[1],\"jsonrpc\":\"2.0\"}\n", .notification(method: "m")),
        ]
    )
    func kinds(line: String, kind: Envelope.Kind) throws {
        #expect(try Envelope(parsing: bytes(line)).kind == kind)
    }

    @Test(
        "each malformed message has its own fault",
        arguments: [
            (#"[]"#, MessageError(.emptyBatch)),
            (#"[{"jsonrpc":"2.0","method":"m"}]"#, MessageError(.batch)),
            (#""hello""#, MessageError(.notAnObject)),
            (#"42"#, MessageError(.notAnObject)),
            (#"null"#, MessageError(.notAnObject)),
            (#"{"id":1,"method":"m"}"#, MessageError(.missingVersion, id: 1, isRequest: true)),
            (#"{"jsonrpc":"1.0","id":1,"method":"m"}"#, MessageError(.wrongVersion, id: 1, isRequest: true)),
            (#"{"jsonrpc":2.0,"id":1,"result":{}}"#, MessageError(.wrongVersion, id: 1, isAnswer: true)),
            (#"{"jsonrpc":"2.0","id":null,"method":"m"}"#, MessageError(.nullID, isRequest: true)),
            (#"{"jsonrpc":"2.0","id":null,"result":{}}"#, MessageError(.nullID, isAnswer: true)),
            (#"{"jsonrpc":"2.0","id":1.5,"method":"m"}"#, MessageError(.fractionalID, isRequest: true)),
            (
                #"{"jsonrpc":"2.0","id":18446744073709551616,"method":"m"}"#,
                MessageError(.idOutOfRange, isRequest: true)
            ),
            (#"{"jsonrpc":"2.0","id":true,"method":"m"}"#, MessageError(.idOfWrongType, isRequest: true)),
            (#"{"jsonrpc":"2.0","id":{},"result":{}}"#, MessageError(.idOfWrongType, isAnswer: true)),
            (#"{"jsonrpc":"2.0","id":[1],"method":"m"}"#, MessageError(.idOfWrongType, isRequest: true)),
            (#"{"jsonrpc":"2.0","id":1,"method":7}"#, MessageError(.methodNotAString, id: 1, isRequest: true)),
            (#"{"jsonrpc":"2.0","method":null}"#, MessageError(.methodNotAString)),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"m","params":[1]}"#,
                MessageError(.paramsNotAnObject, id: 1, isRequest: true)
            ),
            (#"{"jsonrpc":"2.0","method":"m","params":"p"}"#, MessageError(.paramsNotAnObject)),
            (#"{"jsonrpc":"2.0","id":1,"result":[]}"#, MessageError(.resultNotAnObject, id: 1, isAnswer: true)),
            (#"{"jsonrpc":"2.0","id":1,"result":null}"#, MessageError(.resultNotAnObject, id: 1, isAnswer: true)),
            (
                #"{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":1,"message":"m"}}"#,
                MessageError(.bothResultAndError, id: 1, isAnswer: true)
            ),
            (#"{"jsonrpc":"2.0","id":1}"#, MessageError(.neitherMethodNorAnswer, id: 1)),
            (#"{"jsonrpc":"2.0"}"#, MessageError(.neitherMethodNorAnswer)),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"m","result":{}}"#,
                MessageError(.methodAndAnswer, id: 1, isRequest: true)
            ),
            (#"{"jsonrpc":"2.0","result":{}}"#, MessageError(.resultWithoutID, isAnswer: true)),
        ]
    )
    func malformed(line: String, error: MessageError) {
        #expect(throws: error) { try Envelope(parsing: bytes(line)) }
    }

    @Test(
        "an error member of the wrong shape says where and what",
        arguments: [
            (#""boom""#, "the value: expected an object, found the string \"boom\""),
            (#"{"message":"m"}"#, "/code: expected an integer, found nothing"),
            (#"{"code":"1","message":"m"}"#, "/code: expected an integer, found the string \"1\""),
            (#"{"code":1.5,"message":"m"}"#, "/code: expected an integer, found the number 1.5"),
            (#"{"code":1}"#, "/message: expected a string, found nothing"),
            (#"{"code":1,"message":null}"#, "/message: expected a string, found null"),
        ]
    )
    func malformedError(member: String, wording: String) throws {
        let line = #"{"jsonrpc":"2.0","id":1,"error":\#(member)}"#
        let error = try #require(throws: MessageError.self) { try Envelope(parsing: bytes(line)) }
        guard case .errorOfWrongShape(let shape) = error.fault else {
            Issue.record("\(error)")
            return
        }
        #expect("\(shape)" == wording)
        #expect(error.id == 1 && error.isAnswer)
    }

    @Test(
        "what is not JSON carries the fault of the JSON parser",
        arguments: ["", "Server running on stdio", "{", #"{"jsonrpc":"2.0","jsonrpc":"2.0"}"#, "{'a':1}", "[1,]"]
    )
    func notJSON(line: String) throws {
        let error = try #require(throws: MessageError.self) { try Envelope(parsing: bytes(line)) }
        let expected = try #require(throws: JSONError.self) { try JSONValue(parsing: line) }
        #expect(error == MessageError(.notJSON(expected)))
        #expect(error.description.contains("byte"))
    }

    @Test("limits are those of the caller")
    func limits() throws {
        let line = #"{"jsonrpc":"2.0","method":"m","params":{"a":[[[1]]]}}"#
        #expect(throws: MessageError.self) {
            try Envelope(parsing: bytes(line), limits: JSONLimits(depth: 3))
        }
        #expect(try Envelope(parsing: bytes(line), limits: JSONLimits(depth: 8)).method == "m")
    }

    @Test("every fault has a rule it breaks and a sentence of its own")
    func wording() {
        let faults: [MessageError.Fault] = [
            .notAnObject, .batch, .emptyBatch, .missingVersion, .wrongVersion, .nullID, .fractionalID, .idOutOfRange,
            .idOfWrongType, .methodNotAString, .paramsNotAnObject, .resultNotAnObject, .bothResultAndError,
            .neitherMethodNorAnswer, .methodAndAnswer, .resultWithoutID,
        ]
        let sentences = Set(faults.map { MessageError($0).description })
        #expect(sentences.count == faults.count)
        #expect(faults.allSatisfy { !MessageError($0).violation.requirement.isEmpty })
    }
}
