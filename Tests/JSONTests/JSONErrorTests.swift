import JSON
import Testing

@Suite("A faulty text")
struct JSONErrorTests {
    @Test("is refused with the fault's name and byte", arguments: FaultyText.all)
    func named(_ text: FaultyText) {
        #expect(throws: text.error) { try JSONValue(parsing: text.bytes) }
        #expect(throws: text.error) { try JSONText(validating: text.bytes) }
        #expect(throws: text.error) { try JSONValue(parsing: text.bytes[...]) }
    }

    @Test("names every fault there is")
    func complete() {
        let byLimit: Set<JSONError.Code> = [
            .tooDeep, .tooLarge, .stringTooLong, .tooManyContainers, .tooManyValues, .decoderFailed,
        ]
        #expect(Set(FaultyText.all.map(\.code)).union(byLimit) == Set(JSONError.Code.allCases))
    }

    @Test("is explained in words with its byte", arguments: JSONError.Code.allCases)
    func explained(_ code: JSONError.Code) {
        let text = JSONError(code, at: 7).description
        #expect(text.hasSuffix("(byte 7)"))
        #expect(text.count > 25)
    }
}
