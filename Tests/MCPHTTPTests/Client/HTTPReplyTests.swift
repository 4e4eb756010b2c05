import Testing

@testable import MCPHTTP

@Suite("The head of a response")
struct HTTPReplyTests {
    @Test(
        "tells the pause a server asks for, in seconds or until a date of its own clock",
        arguments: [
            ("120", nil, .seconds(120)), ("0", nil, .zero), ("-1", nil, nil), ("soon", nil, nil),
            ("Sun, 06 Nov 1994 08:50:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", .seconds(60)),
            ("Sun, 06 Nov 1994 08:40:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", .zero),
            ("Sun, 06 Nov 1994 08:50:37 GMT", nil, nil), ("99999999999", nil, .seconds(365 * 86_400)),
        ] as [(String, String?, Duration?)]
    )
    func retryAfter(pause: String, date: String?, expected: Duration?) {
        var reply = HTTPReply.plain(429, fields: ["Retry-After": pause])
        if let date { reply = .plain(429, fields: ["Retry-After": pause, "Date": date]) }
        #expect(reply.retryAfter == expected)
    }
}
