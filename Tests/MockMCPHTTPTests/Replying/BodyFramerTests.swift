import Testing

@testable import MockMCPHTTP

@Suite("The body that a mock's lines become")
struct BodyFramerTests {
    private static let lines = #"{"id":1}"# + "\n" + #"{"id":2}"# + "\n"

    @Test("is an event for each line of a stream, wherever the lines were cut", arguments: 1...20)
    func events(size: Int) {
        #expect(
            Self.frame(Self.lines, size, isEventStream: true)
                == #"data: {"id":1}"# + "\n\n" + #"data: {"id":2}"# + "\n\n"
        )
    }

    @Test("is the lines themselves in a document, without the last line end", arguments: 1...20)
    func document(size: Int) {
        #expect(Self.frame(Self.lines, size, isEventStream: false) == #"{"id":1}"# + "\n" + #"{"id":2}"#)
    }

    @Test("breaks off where a line does")
    func brokenOff() {
        #expect(Self.frame(#"{"id""#, 100, isEventStream: true) == #"data: {"id""#)
        #expect(Self.frame(#"{"id""#, 100, isEventStream: false) == #"{"id""#)
    }

    private static func frame(_ text: String, _ size: Int, isEventStream: Bool) -> String {
        var framer = BodyFramer(isEventStream: isEventStream)
        let bytes = Array(text.utf8)
        let body = stride(from: 0, to: bytes.count, by: size).flatMap { start in
            framer.frame(bytes[start..<min(start + size, bytes.count)])
        }
        return String(decoding: body, as: UTF8.self)
    }
}
