import Testing

@testable import MCPHTTP

@Suite("Writing events")
struct ServerSentEventWritingTests {
    @Test(
        "gives what a parser reads back",
        arguments: [
            (ServerSentEvent(data: Array(#"{"a":1}"#.utf8)), "data: {\"a\":1}\n\n"),
            (ServerSentEvent(type: "endpoint", data: Array("/x".utf8)), "event: endpoint\ndata: /x\n\n"),
            (ServerSentEvent(data: [], id: "s-1"), "id: s-1\ndata: \n\n"),
            (ServerSentEvent(data: Array("a\nb".utf8)), "data: a\ndata: b\n\n"),
        ]
    )
    func roundTrip(event: ServerSentEvent, text: String) {
        #expect(String(decoding: event.encoded(), as: UTF8.self) == text)
        var parser = EventStreamParser()
        #expect(parser.append(event.encoded()) == [.event(event)])
    }

    @Test("turns line breaks of every kind into lines of data, so that none smuggles a field in")
    func lineBreaks() {
        let event = ServerSentEvent(data: Array("a\rid: x\r\nb\n\nevent: y".utf8))
        var parser = EventStreamParser()
        #expect(parser.append(event.encoded()) == [.event(.init(data: Array("a\nid: x\nb\n\nevent: y".utf8)))])
    }

    @Test("can name the pause before a reconnection")
    func retry() {
        let bytes = ServerSentEvent(data: [], id: "1").encoded(retryInMilliseconds: 500)
        #expect(String(decoding: bytes, as: UTF8.self) == "id: 1\nretry: 500\ndata: \n\n")
    }

    @Test("keeps a stream alive with something no reader sees")
    func keepAlive() {
        var parser = EventStreamParser()
        #expect(parser.append(ServerSentEvent.keepAlive).isEmpty)
    }
}
