import JSON
import Testing

@Suite("A parser fed in chunks")
struct JSONChunkParserTests {
    /// Texts whose cuts fall into everything that can be cut.
    static let validTexts = [
        #"{"a":[1,-2.5e+10,true,false,null,"é€😀\u00e9\ud83d\ude00\n"],"\u0062":{"":{}},"c\u0000d":[[],[""]]}"#,
        " [ 0 , -0 , 10.25E-3 , 18446744073709551616 ] \n",
        "\"" + String(repeating: "abcdefgh€", count: 5) + "\"",
        "-12.5e3", "0", "null", "\"\"", "{}", " [] ",
    ]

    @Test("gives the same value wherever the text is cut", arguments: validTexts)
    func anyCut(_ text: String) throws {
        let bytes = Array(text.utf8)
        let whole = try JSONValue(parsing: bytes)
        for cut in 0...bytes.count {
            #expect(try parse([bytes[..<cut], bytes[cut...]]) == whole)
        }
        #expect(try parse(bytes.indices.map { bytes[$0...$0] }) == whole)
    }

    @Test("gives the same text wherever it is cut", arguments: validTexts)
    func anyCutAsText(_ text: String) throws {
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            var parser = JSONChunkParser()
            try parser.append(bytes[..<cut])
            try parser.append(bytes[cut...])
            #expect(try parser.finishText() == JSONText(validating: bytes))
        }
    }

    @Test("finds the same fault wherever the text is cut", arguments: FaultyText.all)
    func anyCutOfAFault(_ text: FaultyText) {
        // Long texts are cut around the fault only.
        for cut in max(0, text.offset - 20)...min(text.bytes.count, text.offset + 20) {
            #expect(throws: text.error) { try parse([text.bytes[..<cut], text.bytes[cut...]]) }
        }
        #expect(throws: text.error) { try parse(text.bytes.indices.map { text.bytes[$0...$0] }) }
    }

    @Test("throws with the byte that makes the fault certain", arguments: FaultyText.all)
    func early(_ text: FaultyText) {
        var parser = JSONChunkParser()
        for (place, byte) in text.bytes.enumerated() {
            do throws(JSONError) {
                try parser.append(CollectionOfOne(byte))
            } catch {
                // Everything before could still have become valid.
                let before = text.bytes[..<place]
                let ends: [JSONError.Code] = [
                    .emptyInput, .unexpectedEnd, .missingIntegerDigits, .missingFractionDigits, .missingExponentDigits,
                ]
                do throws(JSONError) {
                    _ = try JSONValue(parsing: before)
                } catch {
                    #expect(ends.contains(error.code) && error.offset == place)
                }
                #expect(error == text.error)
                return
            }
        }
        #expect(throws: text.error) { try parser.finish() }
    }

    @Test("stays in its fault")
    func staysFaulty() throws {
        var parser = JSONChunkParser()
        #expect(throws: JSONError(.trailingComma, at: 3)) { try parser.append("[1,]".utf8) }
        #expect(throws: JSONError(.trailingComma, at: 3)) { try parser.append("1]".utf8) }
        #expect(throws: JSONError(.trailingComma, at: 3)) { try parser.finish() }
    }

    @Test("refuses a text at its limit without keeping the rest")
    func limit() {
        var parser = JSONChunkParser(limits: JSONLimits(bytes: 10))
        #expect(throws: JSONError(.tooLarge, at: 10)) { try parser.append(String(repeating: " ", count: 1000).utf8) }
        #expect(parser.count == 11)
        #expect(throws: JSONError(.tooLarge, at: 10)) { try parser.append("1".utf8) }
    }

    @Test("reads a long string in single bytes without starting over", .timeLimit(.minutes(1)))
    func linear() throws {
        var parser = JSONChunkParser()
        try parser.append("\"".utf8)
        for _ in 0..<200_000 { try parser.append(CollectionOfOne(UInt8(ascii: "a"))) }
        try parser.append("\"".utf8)
        #expect(try parser.finish().stringValue?.utf8.count == 200_000)
    }

    private func parse(_ chunks: [ArraySlice<UInt8>]) throws(JSONError) -> JSONValue {
        var parser = JSONChunkParser()
        for chunk in chunks { try parser.append(chunk) }
        return try parser.finish()
    }
}
