import HTTPTypes
import Testing

@testable import MCPHTTP

@Suite("The Accept header")
struct AcceptedTests {
    @Test(
        "says which form an answer may have",
        arguments: [
            (nil, true, true), ("application/json, text/event-stream", true, true), ("application/json", true, false),
            ("TEXT/Event-Stream;q=0.9", false, true), ("*/*", true, true), ("text/*", false, true),
            ("application/*, text/html", true, false), ("text/html", false, false),
            ("application/json;q=0, text/event-stream", false, true), ("", false, false),
        ] as [(String?, Bool, Bool)]
    )
    func forms(value: String?, json: Bool, eventStream: Bool) {
        var fields = HTTPFields()
        fields[.accept] = value
        let accepted = Accepted(fields)
        #expect(accepted.json == json)
        #expect(accepted.eventStream == eventStream)
    }
}
